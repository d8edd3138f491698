import * as vscode from 'vscode';
import { comparedDocument, focusInComparison, isCursorInOtherSide } from '../documents/comparison';
import { columnOf, visibleEditor } from '../documents/currentDocument';
import { find } from '../documents/documentStates';
import type { Occurrence, Overview } from '../../protocol';
import { TreeEntry } from '../views/nodeTree';
import type { NodeTarget } from '../views/node';
import { viewNames } from '../views/panel';
import type { Services } from './services';

/** A document the commands can work on, with what is known of its current version. */
export interface Subject {
  readonly document: vscode.TextDocument;
  readonly overview: Overview;
}

/** What a tree's menu is about, or a key pressed in a tree (the manifest's key bindings say `{ "view": … }`). */
export function targetOf(services: Services, argument: unknown): NodeTarget | undefined {
  if (argument instanceof TreeEntry) return argument.node.target;
  const view =
    typeof argument === 'object' && argument !== null && 'view' in argument ? argument.view : undefined;
  const name = viewNames.find((candidate) => candidate === view);
  return name && services.panel.selected(name)?.node.target;
}

/**
 * The document that a command's first argument names: a URI, a tree's node, or (nothing given) the current document.
 * The address of another version beside it in a comparison, as the menu of that side has it, names it, too.
 * Waits for the analysis of its current version; undefined (and told) where there is none.
 */
export async function subjectOf(services: Services, argument: unknown): Promise<Subject | undefined> {
  const uri =
    argument instanceof TreeEntry
      ? argument.node.target.uri
      : argument instanceof vscode.Uri
        ? comparedDocument(argument).toString()
        : typeof argument === 'string'
          ? vscode.Uri.parse(argument).toString()
          : services.current.document?.uri.toString();
  const document = uri === undefined ? undefined : await documentAt(uri);
  const overview = document && (await overviewOf(services, document));
  if (overview) return { document, overview };
  void vscode.window.showInformationMessage(services.words.t('client.noDocument'));
  return undefined;
}

/** What is known of a document when the analysis has come to rest; nothing of one that has none. */
export async function overviewOf(
  { states }: Services,
  document: vscode.TextDocument,
): Promise<Overview | null | undefined> {
  await states.whenIdle(document.uri.toString());
  return states.get(document)?.overview;
}

/** What a command's first argument names: the node of a tree, where it is one, and the document. */
export async function aimOf(
  services: Services,
  argument: unknown,
): Promise<(Subject & { readonly target: NodeTarget | undefined }) | undefined> {
  const target = targetOf(services, argument);
  const subject = await subjectOf(services, target?.uri ?? argument);
  return subject && { ...subject, target };
}

/** The document with this address, opened if need be; undefined where it is gone. */
export async function documentAt(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return find(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
  } catch {
    return undefined;
  }
}

/** Every tag of a document with its place. */
export function occurrencesOf({ covered }: Overview): readonly Occurrence[] {
  return covered.flatMap(({ occurrences }) => occurrences);
}

/** The editor of a document with the focus, opened if need be. */
export async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const compared = await focusInComparison(document);
  if (compared) return compared;
  const column = visibleEditor(document)?.viewColumn ?? columnOf(document) ?? vscode.ViewColumn.Active;
  return vscode.window.showTextDocument(document, column);
}

/**
 * What is selected in a document; one that lies behind something else is shown first. Undefined (and told) where the
 * cursor is in another version beside it: what is selected in the document is then not what the user looks at.
 */
export async function selectionIn(
  { words }: Services,
  document: vscode.TextDocument,
): Promise<vscode.Selection | undefined> {
  if (isCursorInOtherSide(document)) {
    void vscode.window.showInformationMessage(words.t('client.otherSide'));
    return undefined;
  }
  return (visibleEditor(document) ?? (await editorOf(document))).selection;
}

/** An LSP range, as a range of the editor. */
export function toRange({ start, end }: Occurrence['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A range of the editor as plain data: its own objects lose their fields on the way to a worker. */
export function fromRange({ start, end }: vscode.Range): Occurrence['range'] {
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

/** Shows a place and puts the cursor at its beginning; the whole place is selected where asked. */
export async function reveal(
  document: vscode.TextDocument,
  range: vscode.Range,
  select = false,
): Promise<void> {
  const editor = await editorOf(document);
  const valid = document.validateRange(range);
  editor.selection = select
    ? new vscode.Selection(valid.start, valid.end)
    : new vscode.Selection(valid.start, valid.start);
  editor.revealRange(valid, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
