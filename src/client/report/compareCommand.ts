import * as vscode from 'vscode';
import { isTextFile } from '../../core/text/format';
import type { CommandTable, Services } from '../commands/services';
import { isSilentScheme } from '../connection/candidates';
import { folderOf } from '../documents/folderOf';
import { find } from '../documents/openDocuments';
import { analyzeText } from './subjects/analyzeText';
import { ComparisonSubject, pair, versionName, type Sides } from './subjects/comparisonSubject';
import { nameOf, openDocument } from './subjects/documentSubject';
import { headOf, versionOf } from './subjects/git';
import type { ReportPanels } from './page/panels';
import { readText, shownText } from './subjects/readText';
import { summaryOf, type Named, type ReportedDocument, type ReportSummary } from './subjects/subject';
import { showError, showInformation } from '../notices';

/** `compareWith`: two documents, or a document and its last commit. */
export function compareCommands(services: Services, panels: ReportPanels): CommandTable {
  return {
    compareWith: async (first, second) => {
      const sides = await sidesOf(services, first, second);
      return sides && compare(services, panels, sides);
    },
  };
}

/**
 * Shows what has changed from the first text to the second.
 *
 * @param tab To show it in, of a window that was reloaded.
 */
export async function compare(
  services: Services,
  panels: ReportPanels,
  sides: Sides,
  tab?: vscode.WebviewPanel,
): Promise<ReportSummary | undefined> {
  const { words } = services;
  const read = await Promise.all(sides.map((side) => reportedOf(services, side)));
  const failed = sides.find((_, index) => !read[index]);
  if (failed) {
    void showError(words.t('client.report.cannotOpen', failed.path));
    return undefined;
  }
  const subject = new ComparisonSubject(
    services,
    sides,
    read.filter((document) => document !== undefined),
  );
  await panels.add(subject, tab).show();
  return summaryOf(subject);
}

/**
 * From the open document where there is one, with what is not saved yet; else from the file. Some versions that the
 * editor keeps (what is saved, beside unsaved changes) can be looked at only.
 */
async function reportedOf(services: Services, { uri, path }: Named): Promise<ReportedDocument | undefined> {
  const open = find(uri.toString());
  const reported = open && (await openDocument(services, open, path));
  if (reported) return reported;
  const read = await readText(uri, path);
  const source = typeof read === 'string' && open ? await shownText(open, path) : read;
  if (typeof source === 'string') return undefined;
  // A commit's text is nobody's file: it must not stand among the workspace's tags.
  const { uri: address, ...text } = source;
  const isFile = !isSilentScheme(uri.scheme) && address !== undefined;
  const sidecar = await services.sidecars.read(uri);
  const result = await analyzeText(services, { ...text, sidecar, ...(isFile ? { uri: address } : {}) });
  return result && { uri, result, text: source.text };
}

/**
 * From the arguments of the menus: two files selected in the explorer, a changed file of the source control view
 * (compared with its last commit; a staged one as it is staged), the two sides of the diff editor in front, a version
 * that Git keeps (compared with its file), or one document, to which another is chosen.
 */
async function sidesOf(services: Services, first: unknown, second: unknown): Promise<Sides | undefined> {
  const selected = Array.isArray(second) ? second.filter((each) => each instanceof vscode.Uri) : [];
  if (selected.length === 2) return pair(services, selected[0] as vscode.Uri, selected[1] as vscode.Uri);
  const staged = stagedOf(first);
  if (staged) return pair(services, ...staged);
  const changed = resourceOf(first);
  const diff = diffOf(services, first, second);
  if (diff) return diff;
  const uri =
    changed ?? (first instanceof vscode.Uri ? first : services.current.document?.uri) ?? shownVersion();
  if (!uri) {
    void showInformation(services.words.t('client.noDocument'));
    return undefined;
  }
  if (second instanceof vscode.Uri) return pair(services, uri, second);
  const kept = versionOf(uri);
  if (kept) return pair(services, uri, kept.file);
  const head = await headOf(uri);
  if (changed && head) return pair(services, head, uri);
  const other = await choose(services, uri, head);
  return other && pair(services, other, uri);
}

/** The version that the active editor shows, which is nobody's document. */
function shownVersion(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return active && versionOf(active) ? active : undefined;
}

/** The sides of the diff editor in front, where the arguments name no other document. */
function diffOf(services: Services, first: unknown, second: unknown): Sides | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputTextDiff) || second instanceof vscode.Uri || Array.isArray(second))
    return undefined;
  const { original, modified } = input;
  const isAbout =
    first === undefined ||
    (first instanceof vscode.Uri &&
      [original, modified].some((each) => each.toString() === first.toString()));
  return isAbout ? pair(services, original, modified) : undefined;
}

/**
 * The last commit and the index of a staged change in Git's list, under both names where it was renamed; as a click on
 * its row compares them. The file may have changes since.
 */
function stagedOf(argument: unknown): [vscode.Uri, vscode.Uri] | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { leftUri, rightUri } = argument as { leftUri?: unknown; rightUri?: unknown };
  const isStaged = leftUri instanceof vscode.Uri && rightUri instanceof vscode.Uri && versionOf(rightUri);
  return isStaged ? [leftUri, rightUri] : undefined;
}

/** The file of a changed resource in the source control view. */
function resourceOf(argument: unknown): vscode.Uri | undefined {
  if (typeof argument !== 'object' || argument === null || !('resourceUri' in argument)) return undefined;
  return argument.resourceUri instanceof vscode.Uri ? argument.resourceUri : undefined;
}

/** Asks for the earlier text: the last commit, another document that is open, or any file. */
async function choose(
  services: Services,
  uri: vscode.Uri,
  head: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const { words } = services;
  const others = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []))
    .filter((each) => each.toString() !== uri.toString() && isTextFile(each.path));
  const items: (vscode.QuickPickItem & { readonly other?: vscode.Uri })[] = [
    ...(head
      ? [{ label: words.t('client.compare.head'), description: versionName(services, head), other: head }]
      : []),
    ...[...new Map(others.map((each) => [each.toString(), each])).values()].map((each) => ({
      label: nameOf(each),
      description: words.t('client.compare.open'),
      other: each,
    })),
    // What is typed is the name of a file that is not open, as a rule.
    { label: words.t('client.compare.file'), alwaysShow: true },
  ];
  const placeHolder = words.t('client.compare.with', nameOf(uri));
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder });
  if (!picked || picked.other) return picked?.other;
  const defaultUri = folderOf(uri);
  const [file] =
    (await vscode.window.showOpenDialog({
      title: placeHolder,
      ...(defaultUri ? { defaultUri } : {}),
      filters: { [words.t('client.compare.documents')]: ['md', 'markdown', 'txt'] },
    })) ?? [];
  return file;
}
