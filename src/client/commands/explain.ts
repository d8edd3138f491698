import type * as vscode from 'vscode';
import { ExplainRequest } from '../../protocol';
import { fromRange, rangeFrom, toRange } from '../documents/ranges';
import { aimOf, occurrencesOf, selectionIn, subjectOf, targetOf, type Subject } from './arguments';
import { sayChanged } from './edits';
import { pickCategory } from './pickCategory';
import type { CommandTable, Services } from './services';

/** Explanations and taxonomy entries, as pages beside the text. */
export function explainCommands(services: Services): CommandTable {
  return {
    openTaxonomy: (first) => openTaxonomy(services, first),
    explain: async (uri, range, category) => {
      const subject = await subjectOf(services, uri);
      if (subject)
        await explain(
          services,
          subject,
          rangeFrom(range),
          typeof category === 'string' ? category : undefined,
        );
    },
    whyNot: async (first, second) => {
      const aim = await aimOf(services, first);
      if (!aim) return;
      const given = aim.target?.category ?? second;
      const category =
        services.taxonomy.current?.get(typeof given === 'string' ? given : '')?.code ??
        (await pickCategory(services, { placeHolder: services.words.t('client.pick.whyNot') }));
      if (category) await explain(services, aim, undefined, category);
    },
  };
}

async function openTaxonomy(services: Services, first: unknown): Promise<void> {
  const code =
    targetOf(services, first)?.category ??
    (typeof first === 'string' && first !== ''
      ? first
      : await pickCategory(services, {
          placeHolder: services.words.t('client.pick.entry'),
          first: tagsAtCursor(services).map((tag) => ({ code: tag })),
          firstHeading: services.words.t('client.pick.atCursor'),
          rest: (await services.taxonomy.load())?.taxonomy.categories ?? [],
        }));
  const index = await services.taxonomy.load();
  if (!code || !index) return;
  await services.virtual.show(services.virtual.entry(index.label(code)));
}

/** Categories of the sentence under the cursor, as far as they are known; each once. */
function tagsAtCursor({ current, states }: Services): readonly string[] {
  const { editor } = current;
  const overview = editor && states.get(editor.document)?.overview;
  if (!overview) return [];
  const found = occurrencesOf(overview).filter(({ range }) =>
    toRange(range).contains(editor.selection.active),
  );
  return [...new Set(found.map(({ category }) => category))];
}

/** The selection, or the sentence under the cursor. */
async function explain(
  services: Services,
  { document }: Subject,
  place: vscode.Range | undefined,
  category: string | undefined,
): Promise<void> {
  const range = place ?? (await selectionIn(services, document));
  if (!range) return;
  const result = await services.server.request(ExplainRequest, {
    uri: document.uri.toString(),
    range: fromRange(range),
    ...(category === undefined ? {} : { category }),
  });
  if (!result) return sayChanged(services);
  const name = services.words.t('client.explain.title', range.start.line + 1);
  await services.virtual.show(services.virtual.explanation(name, `# ${name}\n\n${result.markdown}\n`));
}
