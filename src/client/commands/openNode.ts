import * as vscode from 'vscode';
import { TreeEntry } from '../views/nodeTree';
import { reveal } from '../documents/editors';
import { find } from '../documents/openDocuments';
import { toRange } from '../documents/ranges';
import { occurrencesOf } from './arguments';
import type { CommandTable, Services } from './services';

/** `openNode`: what a click or Enter in a tree runs; not contributed. */
export function nodeCommands(services: Services): CommandTable {
  return {
    openNode: async (entry) => {
      if (entry instanceof TreeEntry) await openNode(services, entry);
    },
  };
}

/** Shows the place, or begins a draft. */
async function openNode(services: Services, entry: TreeEntry): Promise<void> {
  const { uri, category, range, action } = entry.node.target;
  if (action === 'insert') {
    await vscode.commands.executeCommand('policyLens.insertRemedy', entry);
    return;
  }
  const document = find(uri);
  if (!document) return;
  const overview = services.states.get(document)?.overview;
  // A node about a category as such, like "answers P1.3", shows the category's first place.
  const place =
    range ??
    (overview && occurrencesOf(overview).find((occurrence) => occurrence.category === category)?.range);
  if (place) await reveal(document, toRange(place), true);
}
