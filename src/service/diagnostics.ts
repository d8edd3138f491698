import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/rules/model';
import { rangeOf, type ServiceContext } from './context';

const severities: Record<Exclude<Severity, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The gaps of a document at the severities the user chose. */
export function diagnostics(context: ServiceContext): Diagnostic[] {
  return context.analysis.findings.flatMap((finding) => {
    const severity = context.severity(finding.rule);
    return severity === 'off' ? [] : [toDiagnostic(context, finding, severities[severity])];
  });
}

/** The finding that a diagnostic shows, found by rule and place, because not every editor keeps `data`. */
export function findingOf(context: ServiceContext, { code, range }: Diagnostic): Finding | undefined {
  const { textDocument, analysis } = context;
  const start = textDocument.offsetAt(range.start);
  const end = textDocument.offsetAt(range.end);
  return analysis.findings.find(
    (finding) => finding.rule === code && finding.start === start && finding.end === end,
  );
}

function toDiagnostic(context: ServiceContext, finding: Finding, severity: DiagnosticSeverity): Diagnostic {
  const { translator, textDocument } = context;
  return {
    range: rangeOf(context, finding),
    severity,
    source: translator.t('product'),
    code: finding.rule,
    message: translator.message(finding.message),
    relatedInformation: finding.related.map((related) => ({
      location: { uri: textDocument.uri, range: rangeOf(context, related) },
      message: translator.message(related.message),
    })),
  };
}
