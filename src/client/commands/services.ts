import type * as vscode from 'vscode';
import type { Included } from '../connection/included';
import type { ClientHost, LanguageServer } from '../connection/languageServer';
import type { Highlights } from '../decorations/highlights';
import type { CurrentDocument } from '../documents/currentDocument';
import type { DocumentStates } from '../documents/documentStates';
import type { Renamings } from '../documents/renamings';
import type { Hints } from '../hints/hints';
import type { Words } from '../settings/words';
import type { Sidecars } from '../sidecar/sidecars';
import type { TaxonomyCache } from '../taxonomy/taxonomyCache';
import type { Panel } from '../views/panel';
import type { UndoStack } from './undoStack';
import type { VirtualDocuments } from './virtualDocuments';

/** What commands work with. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly words: Words;
  readonly server: LanguageServer;
  readonly included: Included;
  readonly current: CurrentDocument;
  readonly states: DocumentStates;
  readonly taxonomy: TaxonomyCache;
  readonly highlights: Highlights;
  readonly hints: Hints;
  readonly sidecars: Sidecars;
  readonly renamings: Renamings;
  readonly panel: Panel;
  readonly undo: UndoStack;
  readonly virtual: VirtualDocuments;
  readonly convert: ClientHost['convert'];
  /** See {@link AnalysisChanges}. */
  readonly outdated: vscode.Event<unknown>;
}

/** One command: its id without the prefix `policyLens.`, and what it does with untrusted arguments. */
export type CommandTable = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
