import * as vscode from 'vscode';
import { DraftRequest } from '../../protocol';
import { editorOf } from '../documents/editors';
import { toRange } from '../documents/ranges';
import { aimOf, type Subject } from './arguments';
import { sayChanged, sayReadOnly } from './edits';
import { isReadOnly } from '../documents/openDocuments';
import { shorten } from '../views/parts';
import { pickCategory } from './pickCategory';
import type { CommandTable, Services } from './services';
import { stepDone } from './walkthroughStep';
import { showInformation } from '../notices';

/** Putting in a draft paragraph for a remedy. */
export function remedyCommands(services: Services): CommandTable {
  // The key in the panel also opens the node it stands on, and that node may be "insert" itself.
  let isAsking = false;
  return {
    insertRemedy: async (uri, category, form) => {
      if (isAsking) return;
      isAsking = true;
      try {
        await insertRemedy(services, uri, category, form);
      } finally {
        isAsking = false;
      }
    },
  };
}

async function insertRemedy(
  services: Services,
  first: unknown,
  second: unknown,
  third: unknown,
): Promise<void> {
  const aim = await aimOf(services, first);
  if (!aim) return;
  const given = aim.target?.category ?? (typeof second === 'string' ? second : undefined);
  const taxonomy = await services.taxonomy.load();
  const isLeaf = given !== undefined && taxonomy?.get(given)?.isLeaf === true;
  const category = isLeaf ? given : await pickRemedy(services, aim, given);
  if (!category) return;
  const form = typeof third === 'number' ? third : await pickForm(services, category);
  if (form === undefined) return;
  const { document } = aim;
  if (isReadOnly(document.uri)) return sayReadOnly(services);
  const { version } = document;
  const draft = await services.server.request(DraftRequest, { uri: document.uri.toString(), category, form });
  if (draft === undefined) return sayChanged(services);
  if (!draft) {
    void showInformation(services.words.t('client.insert.none', category));
    return;
  }
  const editor = await editorOf(document);
  if (document.version !== version) return sayChanged(services);
  const range = document.validateRange(toRange(draft.range));
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  await editor.insertSnippet(new vscode.SnippetString(draft.snippet), range);
  // The editor takes a change of the older side of a comparison without a word, and makes none.
  if (document.version === version) return sayReadOnly(services);
  void stepDone('remedyInserted');
}

/** Missing ones first, with what they would answer; the others may be drafted too. */
function pickRemedy(
  services: Services,
  { overview }: Subject,
  group: string | undefined,
): Promise<string | undefined> {
  const { words, taxonomy } = services;
  const isBelow = (code: string): boolean => group === undefined || code.startsWith(`${group}.`);
  return pickCategory(services, {
    placeHolder: words.t('client.pick.remedy'),
    first: overview.missing
      .filter(({ category, notApplicable }) => notApplicable === null && isBelow(category))
      .map(({ category, why, answers }) => ({
        code: category,
        detail: [
          answers.length > 0
            ? words.t(
                'client.missing.answersShort',
                words.current.list(answers.map((problem) => `${problem.category} ${problem.name}`)),
              )
            : '',
          why,
        ]
          .filter((part) => part !== '')
          .join(' · '),
      })),
    firstHeading: words.t('client.pick.missing'),
    rest: (taxonomy.current?.remedies ?? []).filter(({ code }) => isBelow(code)),
  });
}

/** The form's position; the only one where there is one; undefined where the user leaves. */
async function pickForm(services: Services, category: string): Promise<number | undefined> {
  const forms = services.taxonomy.current?.get(category)?.forms ?? [];
  if (forms.length <= 1) return 0;
  const items = forms.map(({ title, text }, index) => ({
    label: title,
    detail: shorten(text),
    index,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: services.words.t('client.pick.form', services.taxonomy.current?.label(category) ?? category),
    // As in the list of categories before it.
    ignoreFocusOut: true,
  });
  return picked?.index;
}
