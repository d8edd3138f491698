import { DiagnosticSeverity, type Diagnostic, type Position, type Range } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/rules/model';
import type { Span } from '../core/text/model';
import { rangeOf, type ServiceContext } from './context';

const severities: Record<Severity, DiagnosticSeverity> = {
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

/**
 * The finding that a diagnostic shows, found by rule and place, because not every editor keeps `data`. Neovim before
 * 0.10 gives the columns back in bytes of UTF-8, which for Chinese are three times as many.
 */
export function findingOf(context: ServiceContext, { code, range }: Diagnostic): Finding | undefined {
  const { textDocument, analysis } = context;
  const candidates = analysis.findings.filter(({ rule }) => rule === code);
  const start = textDocument.offsetAt(range.start);
  const end = textDocument.offsetAt(range.end);
  return (
    candidates.find((finding) => finding.start === start && finding.end === end) ??
    candidates.find((finding) => isSame(inBytes(context, finding), range))
  );
}

function isSame(a: Range, b: Range): boolean {
  const rows = [a, b].map(({ start, end }) => [start.line, start.character, end.line, end.character]);
  return String(rows[0]) === String(rows[1]);
}

/** The range of a span with columns in bytes of UTF-8. */
function inBytes(context: ServiceContext, span: Span): Range {
  const column = ({ line, character }: Position): Position => {
    const text = context.textDocument.getText({
      start: { line, character: 0 },
      end: { line, character },
    });
    return { line, character: new TextEncoder().encode(text).length };
  };
  const { start, end } = rangeOf(context, span);
  return { start: column(start), end: column(end) };
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
