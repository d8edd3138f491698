import * as vscode from 'vscode';
import type { WordResult } from '../../convert/toWord/model';
import { message, type Message } from '../../core/message';
import type { DocumentResult } from '../../core/report/contract';
import { reviewComments } from '../../core/report/reviewComments';
import { baseName } from '../../core/text/fileName';
import { formatOf } from '../../core/text/format';
import type { DocumentFormat } from '../../core/text/model';
import type { CommandTable, Services } from '../commands/services';
import { find } from '../documents/openDocuments';
import { askTaxonomy, inputOf } from './page/reportInput';
import { analyzeText } from './subjects/analyzeText';
import { nameOf, openDocument } from './subjects/documentSubject';
import { sha256, shownText } from './subjects/readText';
import { askPlace, failed, make, sourceOf, stemOf, written, type Source } from './wordFile';

/** A Word file with its text, and what was found in it. */
interface Reviewed {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly format: DocumentFormat;
  readonly result: DocumentResult;
  readonly notes: readonly Message[];
}

/** Why there is none; undefined when cancelled. */
type Refused = readonly Message[] | undefined;

/**
 * `commentWord(uri?, target?, withTags?)`: a copy of a Word file with findings in its margin; a text is written as one
 * first. What is read stays as it is.
 */
export function commentCommands(services: Services): CommandTable {
  return {
    commentWord: async (given, target, tags) => {
      const { words } = services;
      const uri = given instanceof vscode.Uri ? given : await pickUri(services);
      const withTags = typeof tags === 'boolean' ? tags : uri && (await askTags(services));
      if (!uri || withTags === undefined) return undefined;
      const to = target instanceof vscode.Uri ? target : await placeFor(services, uri);
      if (!to) return undefined;
      const told = { title: words.t('client.comment.title'), original: words.t('client.comment.source') };
      return make(services, uri, to, told, (token) => commented(services, uri, withTags, token));
    },
  };
}

/** The text in front; where there is none, a file of the user's choice. */
async function pickUri({ current, words }: Services): Promise<vscode.Uri | undefined> {
  if (current.document) return current.document.uri;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: words.t('client.comment.choose'),
      filters: { [words.t('client.comment.documents')]: ['docx', 'md', 'markdown', 'txt'] },
    })) ?? [];
  return file;
}

async function askTags({ words }: Services): Promise<boolean | undefined> {
  const items = [
    {
      label: words.t('client.comment.findings'),
      detail: words.t('client.comment.findings.detail'),
      tags: false,
    },
    { label: words.t('client.comment.tags'), detail: words.t('client.comment.tags.detail'), tags: true },
  ];
  const placeHolder = words.t('client.comment.pick');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.tags;
}

async function placeFor(services: Services, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { words } = services;
  const source = isWord(uri) ? undefined : find(uri.toString());
  const stem = source
    ? await stemOf(services, source)
    : baseName(uri.path).replace(/(?:\.policy)?\.[^.]*$/i, '');
  return askPlace(uri, words.t('client.comment.name', stem), words.t('client.comment.save'));
}

function isWord({ path }: vscode.Uri): boolean {
  return /\.docx$/i.test(path);
}

/** The copy, or why there is none; undefined when cancelled. */
async function commented(
  services: Services,
  uri: vscode.Uri,
  withTags: boolean,
  token: vscode.CancellationToken,
): Promise<WordResult | undefined> {
  const reviewed = await (isWord(uri) ? reviewedWord : reviewedText)(services, uri, token);
  const taxonomy = await askTaxonomy(services);
  if (!reviewed || token.isCancellationRequested) return undefined;
  if (!('bytes' in reviewed)) return { bytes: null, notes: reviewed };
  if (!taxonomy) return { bytes: null, notes: [message('client.report.reason.noAnswer')] };
  const { bytes, text, format, result, notes } = reviewed;
  const { current, t } = services.words;
  const review = reviewComments(inputOf([result], taxonomy, current), withTags);
  const author = t('report.comment.author');
  const made = await services
    .convert({ task: 'comment', bytes, text, format, review, author }, token)
    .catch(failed);
  return made && { ...made, notes: [...notes, ...made.notes] };
}

/** A Word file, read as Markdown; what that leaves out stays in the file. */
async function reviewedWord(
  services: Services,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<Reviewed | Refused> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return [message('client.report.reason.unreadable')];
  }
  const name = baseName(uri.path);
  const read = await services
    .convert({ task: 'import', name, bytes }, token)
    .catch((error: unknown) => ({ markdown: null, notes: failed(error).notes }));
  if (!read) return undefined;
  const { markdown, notes } = read;
  if (markdown === null) return notes;
  const source = { path: nameOf(uri), text: markdown, format: 'markdown', encoding: 'utf-8' } as const;
  const asked = { ...source, sha256: await sha256(bytes), isIncluded: true };
  const result = await analyzeText(services, asked, token);
  return result ? { bytes, text: markdown, format: 'markdown', result, notes: [] } : unanswered(token);
}

/** A text, with what is typed and not saved yet and with what was said of it. */
async function reviewedText(
  services: Services,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<Reviewed | Refused> {
  const source = await sourceOf(uri);
  if ('id' in source) return [source];
  const text = source.getText();
  const format = formatOf(uri.path, source);
  const open = find(uri.toString());
  const shown = open && (await openDocument(services, open));
  // Where the product is silent, the user has asked by now.
  const result = shown?.text === text ? shown.result : await analysed(services, source, format, token);
  const word = await written(services, source, token);
  if (!word || !result) return unanswered(token);
  const { bytes, notes } = word;
  return bytes ? { bytes, text, format, result, notes } : notes;
}

async function analysed(
  services: Services,
  source: Source,
  format: DocumentFormat,
  token: vscode.CancellationToken,
): Promise<DocumentResult | undefined> {
  const text = await shownText(source, nameOf(source.uri));
  const sidecar = await services.sidecars.read(source.uri);
  return analyzeText(services, { ...text, format, sidecar, isIncluded: true }, token);
}

function unanswered({ isCancellationRequested }: vscode.CancellationToken): Refused {
  return isCancellationRequested ? undefined : [message('client.report.reason.noAnswer')];
}
