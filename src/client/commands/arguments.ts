import * as vscode from 'vscode';
import { comparedDocument, isCursorInOtherSide } from '../documents/comparison';
import { editorOf, visibleEditor } from '../documents/editors';
import { documentAt } from '../documents/openDocuments';
import type { Occurrence, Overview } from '../../protocol';
import { TreeEntry } from '../views/nodeTree';
import type { NodeTarget } from '../views/node';
import { viewNames } from '../views/panel';
import type { Services } from './services';
import { showInformation } from '../notices';

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
  void showInformation(services.words.t('client.noDocument'));
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

/** Every tag of a document with its place. */
export function occurrencesOf({ covered }: Overview): readonly Occurrence[] {
  return covered.flatMap(({ occurrences }) => occurrences);
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
    void showInformation(words.t('client.otherSide'));
    return undefined;
  }
  return (visibleEditor(document) ?? (await editorOf(document))).selection;
}
