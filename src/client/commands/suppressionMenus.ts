import * as vscode from 'vscode';
import type { SuppressionScope } from '../../core/suppress/model';
import type { MessageId } from '../../l10n/translator';
import type { Occurrence } from '../../protocol';
import type { NodeTarget } from '../views/node';
import { shorten } from '../views/parts';
import { rangeFrom, toRange } from '../documents/ranges';
import { occurrencesOf, selectionIn, targetOf, type Subject } from './arguments';
import { keepActive } from './keepActive';
import type { Services } from './services';
import { shownMenu } from './shownMenu';
import { showInformation } from '../notices';

/** What the user wants to take back: a tag, a diagnostic, or (to add a tag) a place. */
export interface Wish {
  readonly occurrence?: Occurrence;
  readonly rule?: string;
  readonly range: vscode.Range;
  /** Given by a quick fix; asked for otherwise. `rule`: everywhere, by setting. */
  readonly scope?: SuppressionScope | 'rule';
  /** Given by a key binding or another extension; asked for otherwise. */
  readonly reason?: string;
  readonly label: string;
}

/**
 * Reads a wish from the arguments of a command: a tree's node, an annotation's id, or an object
 * `{ annotation | rule and range, scope?, reason? }`, as quick fixes and key bindings have it.
 */
export function wishFrom(
  services: Services,
  { overview }: Subject,
  first: unknown,
  second: unknown,
): Wish | undefined {
  const given = typeof second === 'object' && second !== null ? (second as Record<string, unknown>) : {};
  const id = targetOf(services, first)?.annotation ?? given['annotation'] ?? second;
  const scope = (['hit', 'paragraph', 'file', 'rule'] as const).find((known) => known === given['scope']);
  const more = {
    ...(scope ? { scope } : {}),
    ...(typeof given['reason'] === 'string' ? { reason: given['reason'] } : {}),
  };
  if (typeof id === 'string') {
    const occurrence = occurrencesOf(overview).find((candidate) => candidate.id === id);
    return occurrence && { ...ofOccurrence(services, occurrence), ...more };
  }
  const { rule } = given;
  const range = rangeFrom(given['range']);
  return typeof rule === 'string' && range ? { rule, range, label: rule, ...more } : undefined;
}

/** The tags and gaps under the cursor; asks where there are several, says so where there are none. */
export async function pickWish(
  services: Services,
  { document, overview }: Subject,
  { tagsOnly = false }: { readonly tagsOnly?: boolean } = {},
): Promise<Wish | undefined> {
  const selection = await selectionIn(services, document);
  if (!selection) return undefined;
  const tags = occurrencesOf(overview)
    .filter(({ range }) => toRange(range).intersection(selection))
    .map((occurrence) => ofOccurrence(services, occurrence));
  const gaps = tagsOnly ? [] : gapsAt(document, selection);
  const wishes = [...tags, ...gaps];
  // A sentence may lack a tag, whether it has others or not; an empty line is no sentence.
  if (tagsOnly && !document.lineAt(selection.active.line).isEmptyOrWhitespace)
    wishes.push({ range: selection, label: services.words.t('client.suppress.lacking') });
  if (wishes.length === 0) {
    void showInformation(services.words.t('client.suppress.none'));
    return undefined;
  }
  if (wishes.length === 1) return wishes[0];
  const picked = await vscode.window.showQuickPick(
    wishes.map((wish) => ({
      label: wish.label,
      description: wish.occurrence ? shorten(wish.occurrence.quote) : '',
      wish,
    })),
    { placeHolder: services.words.t('client.suppress.which') },
  );
  return picked?.wish;
}

/**
 * A tag of a category that a tree's row stands for, which is not that of the sentence under the cursor: asks where there
 * are several. Nothing for a row of no category.
 */
export async function pickPlace(
  services: Services,
  { overview }: Subject,
  { category }: NodeTarget,
): Promise<Wish | undefined> {
  const { words } = services;
  const places = overview.covered.find((item) => item.category === category)?.occurrences ?? [];
  const wishes = places.map((occurrence) => ofOccurrence(services, occurrence));
  const [first, ...others] = wishes;
  if (!first || others.length === 0) return first;
  const items = wishes.map((wish, at) => ({
    label: shorten(places[at]?.quote ?? ''),
    description: words.t('client.tree.line', wish.range.start.line + 1),
    wish,
  }));
  const placeHolder = words.t('client.suppress.whichPlace', first.label);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.wish;
}

function ofOccurrence({ taxonomy }: Services, occurrence: Occurrence): Wish {
  const label = taxonomy.current?.label(occurrence.category) ?? occurrence.category;
  return { occurrence, range: toRange(occurrence.range), label };
}

/** Our own diagnostics at a place. */
function gapsAt(document: vscode.TextDocument, place: vscode.Range): Wish[] {
  return vscode.languages.getDiagnostics(document.uri).flatMap(({ code, range, message }): Wish[] => {
    const id = typeof code === 'object' ? code.value : code;
    return typeof id === 'string' && /^PL\d+$/.test(id) && range.intersection(place)
      ? [{ rule: id, range, label: `${id} ${message}` }]
      : [];
  });
}

/**
 * One menu for scope and reason: what is typed is the reason, Enter takes the highlighted scope. So "this hit" is one
 * key and Enter.
 */
export function askScope(
  { words }: Services,
  wish: Wish,
): Promise<{ readonly scope: SuppressionScope | 'rule'; readonly reason: string } | undefined> {
  const scopes = [
    'hit',
    'paragraph',
    'file',
    ...(wish.rule === undefined ? [] : (['rule'] as const)),
  ] as const;
  const items = scopes.map((scope) => ({
    label: words.t(`client.suppress.scope.${scope}`, wish.label),
    alwaysShow: true,
    scope,
  }));
  const menu = vscode.window.createQuickPick<(typeof items)[number]>();
  menu.title = words.t('client.suppress.title', wish.label);
  menu.placeholder = words.t('client.suppress.reasonFirst');
  menu.items = items;
  // Typed words are a reason, not a filter: the scope that was chosen stays the one that Enter takes.
  keepActive(menu);
  return shownMenu(menu, ({ scope }) => ({ scope, reason: menu.value.trim() }));
}

/** The reason, which may be empty; undefined where the user leaves. */
export async function askReason(
  { words }: Services,
  example: MessageId = 'client.suppress.reasonExample',
): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    prompt: words.t('client.suppress.reason'),
    placeHolder: words.t(example),
  });
  return reason?.trim();
}
