import type * as vscode from 'vscode';
import type { Overview } from '../../protocol';
import type { Admission } from '../connection/gate';
import type { ServerState } from '../connection/languageServer';

/** What the views say; also the context key `policyLens.state` of the manifest. */
export type PanelState = (typeof panelStates)[number];

/** All of them. */
export const panelStates = [
  'none',
  'version',
  'off',
  'garbled',
  'empty',
  'notChinese',
  'waiting',
  'silent',
  'active',
  'failed',
] as const;

/** What is shown of the current document, the same in all views. */
export interface Shown {
  readonly state: PanelState;
  readonly document: vscode.TextDocument | undefined;
  /** What is known of the document; undefined but where the state is `active`. */
  readonly overview: Overview | undefined;
}

/**
 * @param admission Undefined where there is no document; `version`: only other versions of one are in front.
 * @param known Null: the server says that this is no policy text; undefined: it has not said anything yet.
 */
export function panelState(
  admission: Admission | 'version' | undefined,
  server: ServerState,
  known: object | null | undefined,
): PanelState {
  if (admission === undefined || admission === 'foreign') return 'none';
  if (admission !== 'open') return admission;
  if (server === 'failed') return 'failed';
  if (known === undefined) return 'waiting';
  return known === null ? 'silent' : 'active';
}
