import * as vscode from 'vscode';
import type { CategoryInfo } from '../../protocol';
import type { TaxonomyIndex } from '../taxonomy/taxonomyIndex';
import { isMeant } from './categorySearch';
import type { Services } from './services';
import { shownMenu } from './shownMenu';

interface Item extends vscode.QuickPickItem {
  readonly code?: string;
}

/** What a menu of categories shows. */
export interface CategoryMenu {
  readonly placeHolder: string;
  /** Shown first, under their own heading, in this order. */
  readonly first?: readonly { readonly code: string; readonly detail?: string }[];
  readonly firstHeading?: string;
  /** The others; all leaves where absent. */
  readonly rest?: readonly CategoryInfo[];
}

/**
 * Asks for a category; undefined where the user leaves. Codes and names, in either language and by pinyin, are searched.
 */
export async function pickCategory(services: Services, menu: CategoryMenu): Promise<string | undefined> {
  const taxonomy = await services.taxonomy.load();
  if (!taxonomy) return undefined;
  const { first = [], firstHeading = '', rest = taxonomy.leaves } = menu;
  const items: Item[] = [];
  if (first.length > 0) items.push(separator(firstHeading));
  for (const { code, detail } of first) items.push(item(taxonomy, code, detail));
  const named = new Set(first.map(({ code }) => code));
  let heading = '';
  for (const { code, kind, parent } of rest) {
    if (named.has(code)) continue;
    const own = parent ? taxonomy.label(parent) : services.words.t(`kind.${kind}`);
    if (own !== heading) items.push(separator(own));
    heading = own;
    items.push(item(taxonomy, code));
  }
  return ask(items, menu.placeHolder, taxonomy);
}

/** Shows the menu; what the editor's own search of labels does not find is found by us. */
function ask(
  items: readonly Item[],
  placeholder: string,
  taxonomy: TaxonomyIndex,
): Promise<string | undefined> {
  const menu = vscode.window.createQuickPick<Item>();
  // The walkthrough, whose button may have asked, takes the focus back; Escape still ends it.
  Object.assign(menu, { items, placeholder, matchOnDetail: true, ignoreFocusOut: true });
  menu.onDidChangeValue((typed) => {
    menu.items = items.map((each) => {
      const category = each.code === undefined ? undefined : taxonomy.get(each.code);
      return category && isMeant(category, typed) ? { ...each, alwaysShow: true } : each;
    });
  });
  return shownMenu(menu, ({ code }) => code);
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function item(taxonomy: TaxonomyIndex, code: string, detail?: string): Item {
  return { label: taxonomy.label(code), ...(detail ? { detail } : {}), code };
}
