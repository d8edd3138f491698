import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { highlights } from './highlights';
import type { ServiceContext } from './context';

/** Token types for editors other than VS Code, which has decorations of its own. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['policyProblem', 'policyPathway', 'policySafeguard', 'policyActor', 'policyInstrument'],
  tokenModifiers: [],
};

const typeIndex = { problem: 0, pathway: 1, safeguard: 2, actor: 3, instrument: 4 } as const;

/** LSP 3.17 §Semantic Tokens: relative positions, no overlap, one line each; earlier and longer wins. */
export function semanticTokens(context: ServiceContext): SemanticTokens {
  const pieces = highlights(context)
    .filter(({ range }) => range.start.line === range.end.line)
    .map(({ range, kind }) => ({
      line: range.start.line,
      start: range.start.character,
      length: range.end.character - range.start.character,
      type: typeIndex[kind],
    }))
    .sort((a, b) => a.line - b.line || a.start - b.start || b.length - a.length || a.type - b.type);
  const data: number[] = [];
  let line = 0;
  let start = 0;
  let endOnLine = 0;
  for (const piece of pieces) {
    const sameLine = piece.line === line;
    if ((sameLine && piece.start < endOnLine) || piece.length === 0) continue;
    data.push(piece.line - line, sameLine ? piece.start - start : piece.start, piece.length, piece.type, 0);
    ({ line, start } = piece);
    endOnLine = start + piece.length;
  }
  return { data };
}
