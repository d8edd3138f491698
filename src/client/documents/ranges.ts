import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';

/** An LSP range, as a range of the editor. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A range of the editor as plain data: its own objects lose their fields on the way to a worker. */
export function fromRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** A range from outside (a link's argument), or undefined. */
export function rangeFrom(value: unknown): vscode.Range | undefined {
  if (value instanceof vscode.Range) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { start, end } = value as { start?: unknown; end?: unknown };
  const [from, to] = [positionFrom(start), positionFrom(end)];
  return from && to && new vscode.Range(from, to);
}

function positionFrom(value: unknown): vscode.Position | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { line, character } = value as { line?: unknown; character?: unknown };
  return typeof line === 'number' && typeof character === 'number' && line >= 0 && character >= 0
    ? new vscode.Position(line, character)
    : undefined;
}
