import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageserver-types';
import { isWithin } from '../../core/taxonomy/codes';
import { formatOf } from '../../core/text/format';
import { SuppressRequest, UnsuppressRequest, type CategoryInfo, type SuppressParams } from '../../protocol';
import { readSettings } from '../settings/settings';
import { holdsAdded, reverse, type SidecarChange } from '../sidecar/change';
import { documentAt, isReadOnly } from '../documents/openDocuments';
import { fromRange, toRange } from '../documents/ranges';
import { aimOf, subjectOf, targetOf, type Subject } from './arguments';
import { applyIfUnchanged, nearestIndex, sayChanged, sayNotApplied } from './edits';
import { askReason, askScope, pickPlace, pickWish, wishFrom, type Wish } from './suppressionMenus';
import { pickCategory } from './pickCategory';
import { pickSuppression } from './pickSuppression';
import { turnRuleOff } from './turnRuleOff';
import type { CommandTable, Services } from './services';
import type { Outcome, Undoable } from './undoStack';
import { sayUndone } from './undoStep';
import { isRemedyKind } from '../../core/taxonomy/kinds';
import { showInformation } from '../notices';

/** "Not this", "should be …", "not applicable", and taking each of them back. */
export function suppressionCommands(services: Services): CommandTable {
  return {
    suppress: (uri, wish) => suppress(services, uri, wish),
    reclassify: (uri, wish, replacement) => reclassify(services, uri, wish, replacement),
    markNotApplicable: (uri, category, reason) => markNotApplicable(services, uri, category, reason),
    undoSuppression: (node) => undoSuppression(services, node),
  };
}

async function suppress(services: Services, first: unknown, second: unknown): Promise<void> {
  const subject = await aimOf(services, first);
  if (!subject) return;
  const wish =
    wishFrom(services, subject, first, second) ??
    (await (subject.target ? pickPlace(services, subject, subject.target) : pickWish(services, subject)));
  if (!wish) return;
  if (wish.scope === 'rule') return turnRuleOff(services, subject.document, wish.rule);
  const answer = wish.scope
    ? { scope: wish.scope, reason: wish.reason ?? (await askReason(services)) }
    : await askScope(services, wish);
  if (answer?.reason === undefined) return;
  if (answer.scope === 'rule')
    return wish.rule ? turnRuleOff(services, subject.document, wish.rule) : undefined;
  await store(services, subject, { ...paramsOf(wish), scope: answer.scope, reason: answer.reason });
}

async function reclassify(
  services: Services,
  first: unknown,
  second: unknown,
  third: unknown,
): Promise<void> {
  const subject = await aimOf(services, first);
  if (!subject) return;
  const wish =
    wishFrom(services, subject, first, second) ?? (await pickWish(services, subject, { tagsOnly: true }));
  if (!wish || wish.rule !== undefined) return;
  const taxonomy = await services.taxonomy.load();
  const tags = taxonomy?.tags ?? [];
  const replacement =
    tags.find(({ code }) => code === third)?.code ?? (await pickReplacement(services, wish, tags));
  const reason = replacement && (wish.reason ?? (await askReason(services)));
  if (replacement && reason !== undefined)
    await store(services, subject, { ...paramsOf(wish), scope: 'hit', reason, replacement });
}

/** Among categories of the same kind; pathways and safeguards are both remedies. */
function pickReplacement(
  services: Services,
  { occurrence, label }: Wish,
  tags: readonly CategoryInfo[],
): Promise<string | undefined> {
  const kind = occurrence && services.taxonomy.current?.get(occurrence.category)?.kind;
  const isRemedy = isRemedyKind(kind);
  return pickCategory(services, {
    placeHolder: services.words.t('client.pick.reclassify', label),
    rest: tags.filter(
      (tag) =>
        tag.code !== occurrence?.category &&
        (kind === undefined || (isRemedy ? isRemedyKind(tag.kind) : tag.kind === kind)),
    ),
  });
}

function paramsOf({ occurrence, rule, range }: Wish): Partial<SuppressParams> {
  if (occurrence) return { annotation: occurrence.id };
  const place = { range: fromRange(range) };
  return rule === undefined ? place : { ...place, rule };
}

/** Writes the wish down where the settings say, and remembers how to take it back. */
async function store(
  services: Services,
  subject: Subject,
  wish: Partial<SuppressParams> & Pick<SuppressParams, 'scope' | 'reason'>,
  where = whereFor(subject.document),
): Promise<void> {
  const { words } = services;
  const { document } = subject;
  const { version } = document;
  // From now on: it may be renamed while the answer is waited for.
  const address = services.renamings.follow(document.uri.toString());
  const params: SuppressParams = { ...wish, uri: document.uri.toString(), where };
  const result = await services.server.request(SuppressRequest, params);
  if (!result || document.version !== version) return sayChanged(services);
  if (result.entry) return putBeside(services, document, { addSuppressions: [result.entry] });
  const edits = result.edits.map(({ range, newText }) => ({
    newText,
    oldText: document.getText(toRange(range)),
    offset: document.offsetAt(toRange(range).start),
  }));
  const applied = await applyIfUnchanged(document, version, result.edits);
  // That a text is set to read-only in its editor shows only now.
  if (applied === 'readOnly') return store(services, subject, wish, 'sidecar');
  if (applied === 'changed') return sayChanged(services);
  services.undo.push({
    label: words.t('client.suppress.undone'),
    address,
    undo: () => takeOut(document, address(), edits),
  });
  vscode.window.setStatusBarMessage(words.t('client.suppress.inText'), 5_000);
}

/** In the text where the text can hold a comment, can be saved and the settings allow it; else beside it. */
function whereFor(document: vscode.TextDocument): SuppressParams['where'] {
  if (isReadOnly(document.uri)) return 'sidecar';
  const { suppressions } = readSettings(document);
  if (suppressions !== 'auto') return suppressions;
  return formatOf(document.uri.path, document) === 'markdown' ? 'text' : 'sidecar';
}

/**
 * Finds the words that were put in, where they have moved to, and puts back what stood there.
 *
 * @param address Of the text, which may have been renamed.
 */
async function takeOut(
  changed: vscode.TextDocument,
  address: string,
  edits: readonly { readonly newText: string; readonly oldText: string; readonly offset: number }[],
): Promise<Outcome> {
  // A closed document keeps the text it had; its file may have another by now.
  const uri = changed.isUntitled ? undefined : address;
  const document = changed.isClosed ? uri && (await documentAt(uri)) : changed;
  if (!document) return 'gone';
  const text = document.getText();
  const back: TextEdit[] = [];
  for (const { newText, oldText, offset } of edits) {
    const at = nearestIndex(text, newText, offset);
    if (at < 0) return 'gone';
    const [start, end] = [document.positionAt(at), document.positionAt(at + newText.length)];
    back.push({ range: { start, end }, newText: oldText });
  }
  return (await applyIfUnchanged(document, document.version, back)) === 'done' ? 'done' : 'failed';
}

/** Writes something beside the text, and remembers how to take it back. */
async function putBeside(
  services: Services,
  document: vscode.TextDocument,
  change: SidecarChange,
): Promise<void> {
  const { words, sidecars } = services;
  const address = services.renamings.follow(document.uri.toString());
  const kept = await sidecars.change(document, change);
  if (kept === 'refused') return;
  services.undo.push({
    label: words.t('client.suppress.undone'),
    address,
    undo: async () => {
      const isMoved = address() !== document.uri.toString();
      const target = isMoved ? await documentAt(address()) : document;
      // Restored from the list, or by hand in the file.
      if (!target || !holdsAdded(await sidecars.read(target.uri), change)) return 'gone';
      return (await sidecars.change(target, reverse(change))) === 'refused' ? 'failed' : 'done';
    },
  });
  if (kept === 'file') vscode.window.setStatusBarMessage(words.t('client.suppress.inSidecar'), 5_000);
  else void showInformation(words.t(`client.suppress.inMemory.${kept}`));
}

/**
 * Takes away what stands beside the text. It is no step of “restore”, which would suppress again: a notice offers to
 * take it back, because the editor’s own undo knows nothing of it.
 *
 * @param label What is restored, for the notice.
 */
async function takeFromBeside(
  services: Services,
  document: vscode.TextDocument,
  label: string,
  change: SidecarChange,
): Promise<void> {
  const { words, sidecars } = services;
  const address = services.renamings.follow(document.uri.toString());
  if ((await sidecars.change(document, change)) === 'refused') return;
  const undo = words.t('client.undo');
  void showInformation(words.t('client.suppress.restored', label), undo).then(async (choice) => {
    const target = document.isClosed ? await documentAt(address()) : document;
    if (choice === undo && target) await putBeside(services, target, reverse(change));
  });
}

async function markNotApplicable(
  services: Services,
  first: unknown,
  second: unknown,
  third: unknown,
): Promise<void> {
  const aim = await aimOf(services, first);
  if (!aim) return;
  const { overview, document, target } = aim;
  const open = overview.missing.filter(({ notApplicable }) => notApplicable === null);
  const given = target?.category ?? second;
  const category =
    open.find((item) => item.category === given)?.category ??
    (await pickCategory(services, {
      placeHolder: services.words.t('client.pick.notApplicable'),
      first: open.map((item) => ({ code: item.category, detail: item.why })),
      firstHeading: services.words.t('client.pick.missing'),
      rest: [],
    }));
  const reason =
    category &&
    (typeof third === 'string' ? third : await askReason(services, 'client.notApplicable.reasonExample'));
  if (category && reason !== undefined)
    await putBeside(services, document, { addNotApplicable: [{ category, reason }] });
}

/** Takes back the last step of which anything is left; whether there was one. */
async function undoLast(services: Services): Promise<boolean> {
  const last = (): Undoable | undefined => services.undo.lastFor(services.current.document);
  for (let step = last(); step; step = last()) {
    const outcome = await services.undo.undo(step);
    // Taken back by the editor's own undo, or from the list.
    if (outcome === 'gone') continue;
    sayUndone(services, step, outcome);
    return true;
  }
  return false;
}

async function undoSuppression(services: Services, first: unknown): Promise<void> {
  const { sidecars } = services;
  const given = targetOf(services, first);
  if (!given && (await undoLast(services))) return;
  const target = given ?? (await pickSuppression(services));
  if (!target) return;
  const subject = await subjectOf(services, target.uri);
  if (!subject) return;
  const { document } = subject;
  const uri = document.uri.toString();
  const stored = sidecars.get(uri);
  if (target.notApplicable) {
    const { category: code = '' } = target;
    const entries = stored.notApplicable.filter(({ category }) => isWithin(code, category));
    const label = services.taxonomy.current?.label(code) ?? code;
    if (entries.length > 0) await takeFromBeside(services, document, label, { removeNotApplicable: entries });
  } else if (target.suppression?.where === 'sidecar') {
    const { id } = target.suppression;
    const entries = stored.suppressions.filter((entry) => entry.id === id);
    const label = subject.overview.suppressed.find((item) => item.id === id)?.label ?? '';
    if (entries.length > 0) await takeFromBeside(services, document, label, { removeSuppressions: entries });
  } else if (target.suppression) {
    const { version } = document;
    const edits = await services.server.request(UnsuppressRequest, { uri, id: target.suppression.id });
    if (edits === null) return;
    const applied = edits ? await applyIfUnchanged(document, version, edits) : 'changed';
    if (applied !== 'done') sayNotApplied(services, applied);
  }
}
