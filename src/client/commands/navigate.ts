import * as vscode from 'vscode';
import { isWithin } from '../../core/taxonomy/codes';
import { isProblemOrRemedy } from '../../core/taxonomy/kinds';
import type { Occurrence } from '../../protocol';
import { TreeEntry } from '../views/nodeTree';
import { editorOf, reveal } from '../documents/editors';
import { rangeFrom, toRange } from '../documents/ranges';
import { aimOf, occurrencesOf, subjectOf, type Subject } from './arguments';
import { pickCategory } from './pickCategory';
import type { CommandTable, Services } from './services';
import { showInformation } from '../notices';

/** Going from tag to tag, and seeing all of one category. */
export function navigationCommands(services: Services): CommandTable {
  return {
    nextAnnotation: (category) => step(services, 1, text(category)),
    previousAnnotation: (category) => step(services, -1, text(category)),
    nextOfCategory: async () => {
      const subject = await subjectOf(services, undefined);
      const category = subject && (await pickFound(services, subject));
      if (category) await step(services, 1, category);
    },
    showCategory: (uri, category) => showCategory(services, uri, category),
    showSection: async (uri, range) => {
      const subject = await subjectOf(services, uri);
      const place = rangeFrom(range);
      if (subject && place) await reveal(subject.document, place, true);
    },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a tag is of a category or below it (`R2` holds `R2.3`). */
function isOf(category: string): (occurrence: Occurrence) => boolean {
  return (occurrence) => isWithin(occurrence.category, category);
}

/**
 * To the next or previous tagged sentence, around the end; says which tags it has. Where no category is named, it goes by
 * problems and remedies: actors and the like stand in every other sentence.
 */
async function step(services: Services, direction: 1 | -1, category: string | undefined): Promise<void> {
  const subject = await subjectOf(services, undefined);
  if (!subject) return;
  const editor = await editorOf(subject.document);
  const places = new Map<string, { start: vscode.Position; range: vscode.Range; codes: string[] }>();
  const tags =
    category === undefined
      ? subject.overview.covered
          .filter(({ kind }) => isProblemOrRemedy(kind))
          .flatMap(({ occurrences }) => occurrences)
      : occurrencesOf(subject.overview).filter(isOf(category));
  for (const occurrence of tags) {
    const range = toRange(occurrence.range);
    const key = `${String(range.start.line)}:${String(range.start.character)}`;
    const place = places.get(key);
    if (place) place.codes.push(occurrence.category);
    else places.set(key, { start: range.start, range, codes: [occurrence.category] });
  }
  const sorted = [...places.values()].sort((a, b) => a.start.compareTo(b.start));
  const cursor = editor.selection.active;
  const found =
    direction === 1
      ? (sorted.find(({ start }) => start.isAfter(cursor)) ?? sorted[0])
      : (sorted.findLast(({ start }) => start.isBefore(cursor)) ?? sorted.at(-1));
  if (!found) {
    void showInformation(services.words.t('client.navigate.none'));
    return;
  }
  await reveal(subject.document, found.range);
  const index = sorted.indexOf(found) + 1;
  const labels = services.words.current.list(
    found.codes.map((code) => services.taxonomy.current?.label(code) ?? code),
  );
  vscode.window.setStatusBarMessage(
    services.words.t('client.navigate.at', index, sorted.length, labels),
    5_000,
  );
}

async function showCategory(services: Services, first: unknown, second: unknown): Promise<void> {
  const aim = await aimOf(services, first);
  if (!aim) return;
  const category = aim.target?.category ?? text(second) ?? (await pickFound(services, aim));
  if (!category) return;
  const { document, overview } = aim;
  const locations = occurrencesOf(overview)
    .filter(isOf(category))
    .map(({ range }) => new vscode.Location(document.uri, toRange(range)));
  const [nearest] = locations;
  if (!nearest) {
    void showInformation(services.words.t('client.navigate.none'));
    return;
  }
  const editor = await editorOf(document);
  // From a tree the cursor may be anywhere: the list opens at the first place then.
  const position = first instanceof TreeEntry ? nearest.range.start : editor.selection.active;
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    document.uri,
    position,
    locations,
    'peek',
  );
}

/** A category among those the document has. */
function pickFound(services: Services, { overview }: Subject): Promise<string | undefined> {
  return pickCategory(services, {
    placeHolder: services.words.t('client.pick.found'),
    first: overview.covered.map(({ category, occurrences }) => ({
      code: category,
      detail: services.words.t('client.covered.places', occurrences.length),
    })),
    firstHeading: services.words.t('client.pick.inDocument'),
    rest: [],
  });
}
