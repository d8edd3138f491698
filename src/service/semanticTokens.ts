import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { ServiceContext } from './context';
import { highlights } from './highlights';

/** Token types for editors other than VS Code, which has decorations of its own. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ['policyProblem', 'policyPathway', 'policySafeguard', 'policyActor', 'policyInstrument'],
  tokenModifiers: [],
};

const typeIndex = { problem: 0, pathway: 1, safeguard: 2, actor: 3, instrument: 4 } as const;

interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** LSP 3.17 §Semantic Tokens: relative positions, no overlap, one line each; earlier and longer wins. */
export function semanticTokens(context: ServiceContext): SemanticTokens {
  const pieces = highlights(context)
    .flatMap(({ range, kind }) => byLine(context, range, typeIndex[kind]))
    .sort((a, b) => a.line - b.line || a.start - b.start || b.end - a.end || a.type - b.type);
  const data: number[] = [];
  let line = 0;
  let start = 0;
  let end = 0;
  for (const piece of pieces) {
    const sameLine = piece.line === line;
    if (sameLine && piece.start < end) continue;
    data.push(
      piece.line - line,
      sameLine ? piece.start - start : piece.start,
      piece.end - piece.start,
      piece.type,
      0,
    );
    ({ line, start, end } = piece);
  }
  return { data };
}

/** The part of a range on each of its lines. */
function byLine({ textDocument }: ServiceContext, { start, end }: Range, type: number): Piece[] {
  // Nearly all of them; the text of a long line would be read once for each.
  if (start.line === end.line)
    return [{ line: start.line, start: start.character, end: end.character, type }];
  const pieces: Piece[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const text = textDocument
      .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
      .replace(/[\r\n]{1,2}$/, '');
    const from = line === start.line ? start.character : text.length - text.trimStart().length;
    const to = line === end.line ? end.character : text.length;
    if (to > from) pieces.push({ line, start: from, end: to, type });
  }
  return pieces;
}
