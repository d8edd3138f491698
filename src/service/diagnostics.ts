import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/rules/model';
import { rangeOf, type ServiceContext } from './context';

/** Written into every diagnostic, so that code actions know what it is about without analysing again. */
export interface DiagnosticData {
  readonly rule: string;
  readonly categories: readonly string[];
}

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

function toDiagnostic(context: ServiceContext, finding: Finding, severity: DiagnosticSeverity): Diagnostic {
  const { translator, textDocument } = context;
  const data: DiagnosticData = { rule: finding.rule, categories: finding.categories };
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
    data,
  };
}
