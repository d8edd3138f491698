import type * as vscode from 'vscode';
import { expand } from '../../../core/report/compact';
import { AnalyzeTextsRequest, type TextToAnalyze } from '../../../protocol';
import type { Services } from '../../commands/services';
import { movedPlace, type Move } from '../../documents/movedUri';
import { shownFolder, shownPath } from '../../documents/shownPath';
import { orCancelled } from '../../orCancelled';
import { listBeside, listFiles, type Listed } from './listFiles';
import type { Memento } from './memento';
import { readText } from './readText';
import { isWithin, narrowed, tablesFor, type Scope } from './scope';
import { ReportSubject, type SkipReason } from './subject';
import { baseName } from '../../../core/text/fileName';

/** Texts that go to the server at once: few, so that the first results are soon there and a cancel is soon heard. */
const atOnce = 8;
const lettersAtOnce = 200_000;
/** The very first ones alone: one page of them is sooner there than that of a whole batch. */
const atFirst = 2;
/** One lane reads and waits in line while the other's texts are analysed. */
const lanes = 2;
/** How often a text is given to a server that breaks off over it: among others, then alone, as they may be to blame. */
const mostBreaks = 2;

/** Told how far a run is. */
export type OnProgress = (done: number, total: number) => void;

/** All documents of the workspace, or of the folders and files of a scope. */
export class WorkspaceSubject extends ReportSubject {
  private listed: Listed | undefined;
  /** How often the server broke off over a text, by path. */
  private readonly breaks = new Map<string, number>();
  /** What is not read of what is beside the documents. */
  private skippedBeside: ReadonlyMap<string, SkipReason> = new Map();

  constructor(
    private readonly services: Services,
    public scope: Scope = [],
  ) {
    super();
  }

  get key(): string {
    // The same files are the same report, in whatever order they were selected.
    return ['workspace', ...this.scope.map(String).sort()].join(' ');
  }

  /** Names the first of a scope, and says how many there are. */
  get title(): string {
    const { t } = this.services.words;
    const [first] = this.scope;
    if (!first) return t('client.report.workspaceTitle');
    const name = baseName(first.path);
    return this.scope.length === 1
      ? t('client.report.title', name)
      : t('client.report.selectionTitle', name, this.scope.length);
  }

  get memento(): Memento {
    return this.scope.length === 0
      ? { about: 'workspace' }
      : { about: 'selection', uris: this.scope.map(String) };
  }

  /** What was renamed or moved stays in the report, under its new name. Whether the report is about any of it. */
  move(files: readonly Move[]): boolean {
    const scope = this.scope.map((uri) => movedPlace(uri, files));
    if (scope.every((uri, at) => uri === this.scope[at])) return false;
    this.scope = scope;
    this.notify();
    return true;
  }

  /**
   * Lists and reads everything anew. When it is cancelled, what was not read is listed as such.
   *
   * @param isFollowed Whether another reading follows the one that was cancelled: then nothing is told of this one.
   */
  async run(
    token: vscode.CancellationToken,
    onProgress?: OnProgress,
    isFollowed: () => boolean = () => false,
  ): Promise<void> {
    this.progress = this.services.words.t('client.report.reading');
    try {
      const listed = await this.list(token);
      if (!listed) return;
      this.documents.clear();
      this.breaks.clear();
      await this.read(listed, listed.files, token, onProgress, isFollowed);
    } finally {
      if (!isFollowed()) this.endProgress();
    }
  }

  /**
   * Takes in what is new and lets go of what is gone; files in `changed` are read again, and those that gave no text or
   * got no answer. Tells of it where there is anything of these.
   */
  async update(changed: ReadonlySet<string>, token: vscode.CancellationToken): Promise<void> {
    const before = new Map([...this.documents].map(([path, { uri }]) => [path, uri.toString()]));
    const skippedBefore = new Map(this.skipped);
    const besideBefore = this.beside;
    const listed = await this.list(token);
    if (!listed) return;
    const now = new Set(listed.files.map((uri) => shownPath(uri)));
    for (const path of before.keys()) if (!now.has(path)) this.documents.delete(path);
    const isFewer = this.documents.size < before.size;
    const due = listed.files.filter((uri) => {
      const path = shownPath(uri);
      const reason = skippedBefore.get(path);
      if (changed.has(uri.toString())) {
        this.breaks.delete(path);
        return true;
      }
      if (reason === undefined) return !before.has(path);
      if (reason === 'unreadable' || (reason === 'noAnswer' && this.mayAsk(path))) return true;
      this.skipped.set(path, reason);
      return false;
    });
    try {
      await this.read(listed, due, token);
    } finally {
      // Folders come and go with every build: a page of thousands of texts is not drawn anew for them.
      if (isFewer || due.length > 0 || this.beside !== besideBefore) this.endProgress();
    }
  }

  /** What is told beside the documents, to be compared. */
  private get beside(): string {
    return JSON.stringify([this.skippedInOrder, this.metadataCsv]);
  }

  /** Whether there are documents that the server is to be asked about again. */
  get isUnanswered(): boolean {
    return [...this.skipped].some(([path, reason]) => reason === 'noAnswer' && this.mayAsk(path));
  }

  private mayAsk(path: string): boolean {
    return (this.breaks.get(path) ?? 0) < mostBreaks;
  }

  /** Whether a file is one of those that this report reads. */
  has(file: vscode.Uri): boolean {
    const address = file.toString();
    return this.listed?.files.some((each) => each.toString() === address) ?? false;
  }

  /** Whether documents of this report stand in a folder. */
  hasBelow(folder: vscode.Uri): boolean {
    const prefix = `${folder.toString()}/`;
    return this.listed?.files.some((file) => file.toString().startsWith(prefix)) ?? false;
  }

  private endProgress(): void {
    this.progress = '';
    this.notify();
  }

  private async list(token: vscode.CancellationToken): Promise<Listed | undefined> {
    const all = await orCancelled(listFiles(token), token);
    if (!all) return undefined;
    const listed = narrowed(all, this.scope);
    this.listed = listed;
    this.skipped.clear();
    // What was beside them stands until it is known what is beside them now: a page may be drawn meanwhile.
    for (const [path, reason] of this.skippedBeside) this.skipped.set(path, reason);
    for (const uri of listed.off) this.skipped.set(shownPath(uri), 'turnedOff');
    for (const uri of listed.about) this.skipped.set(shownPath(uri), 'aboutFolder');
    for (const folder of listed.cut) this.skipped.set(`${shownFolder(folder)}/`, 'tooMany');
    return listed;
  }

  /** What is beside the documents is listed while they are read. It is told in full where the run is cancelled, too. */
  private async listBeside(listed: Listed): Promise<void> {
    const { other, metadata } = await listBeside(listed);
    const skipped = new Map<string, SkipReason>();
    for (const uri of other) if (isWithin(this.scope, uri)) skipped.set(shownPath(uri), 'notTextFile');
    const metadataCsv = await readMetadata(tablesFor(this.scope, metadata), skipped);
    for (const [path, reason] of this.skippedBeside)
      if (this.skipped.get(path) === reason) this.skipped.delete(path);
    for (const [path, reason] of skipped) this.skipped.set(path, reason);
    this.skippedBeside = skipped;
    this.metadataCsv = metadataCsv;
  }

  /** Reads `files` and what is beside all documents. */
  private async read(
    listed: Listed,
    files: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    onProgress?: OnProgress,
    isFollowed: () => boolean = () => false,
  ): Promise<void> {
    const { words } = this.services;
    // A text that the server may have broken off over takes no other along with it.
    const isSuspect = (uri: vscode.Uri): boolean => this.breaks.has(shownPath(uri));
    const queue = files.filter((uri) => !isSuspect(uri));
    const alone = files.filter(isSuspect);
    let done = 0;
    const next = async (most: number, from = queue): Promise<void> => {
      const uris = from.splice(0, most);
      await this.readBatch(uris, token);
      if (token.isCancellationRequested) return;
      done += uris.length;
      onProgress?.(done, files.length);
      if (done === files.length) return;
      this.progress = words.t('client.report.progress', done, files.length);
      this.notify();
    };
    const lane = async (): Promise<void> => {
      while (queue.length > 0 && !token.isCancellationRequested) await next(atOnce);
    };
    const all = async (): Promise<void> => {
      await next(atFirst);
      await Promise.all(Array.from({ length: lanes }, lane));
      while (alone.length > 0 && !token.isCancellationRequested) await next(1, alone);
    };
    const reading = orCancelled(all(), token).then(() => {
      if (token.isCancellationRequested && !isFollowed()) this.leaveOut(files);
    });
    await Promise.all([reading, this.listBeside(listed)]);
  }

  /** Of a reading that was cancelled. */
  private leaveOut(files: readonly vscode.Uri[]): void {
    for (const uri of files) {
      const path = shownPath(uri);
      if (!this.documents.has(path) && !this.skipped.has(path)) this.skipped.set(path, 'cancelled');
    }
    this.endProgress();
  }

  private async readBatch(uris: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<void> {
    const read = await Promise.all(uris.map(async (uri) => ({ uri, source: await this.sourceOf(uri) })));
    if (token.isCancellationRequested) return;
    const texts: { uri: vscode.Uri; source: TextToAnalyze }[] = [];
    for (const { uri, source } of read) {
      if (typeof source === 'string') this.skip(shownPath(uri), source);
      else texts.push({ uri, source });
    }
    while (texts.length > 0 && !token.isCancellationRequested) {
      let letters = 0;
      let count = 0;
      for (const { source } of texts) {
        letters += source.text.length;
        if (count > 0 && letters > lettersAtOnce) break;
        count++;
      }
      await this.analyze(texts.splice(0, count), token);
    }
  }

  private async analyze(
    batch: readonly { readonly uri: vscode.Uri; readonly source: TextToAnalyze }[],
    token: vscode.CancellationToken,
  ): Promise<void> {
    const texts = batch.map(({ source }) => source);
    const answer = await this.services.server
      .request(AnalyzeTextsRequest, { texts }, token)
      .catch((error: unknown) => {
        this.services.server.logError(error);
        for (const { path } of texts) this.breaks.set(path, (this.breaks.get(path) ?? 0) + 1);
        return undefined;
      });
    if (token.isCancellationRequested) return;
    batch.forEach(({ uri, source }, index) => {
      const result = answer?.documents[index];
      if (!result) return this.skip(source.path, 'noAnswer');
      this.skipped.delete(source.path);
      this.breaks.delete(source.path);
      this.documents.set(source.path, { uri, result: expand(result, source.text), text: source.text });
    });
  }

  private skip(path: string, reason: SkipReason): void {
    this.documents.delete(path);
    this.skipped.set(path, reason);
  }

  /** A file's text, with what the user has said of it. */
  private async sourceOf(uri: vscode.Uri): Promise<TextToAnalyze | SkipReason> {
    const source = await readText(uri, shownPath(uri));
    if (typeof source === 'string') return source;
    const { sidecars, included } = this.services;
    return {
      ...source,
      sidecar: await sidecars.read(uri, (file) => this.listed?.sidecars.has(file.toString()) === true),
      // The server's list has the open ones only.
      isIncluded: included.isForced({ uri }) || this.listed?.included.has(uri.toString()) === true,
    };
  }
}

/**
 * Several tables are put together where their columns are the same; undefined where there is none.
 *
 * @param skipped Takes those that are not read, and why.
 */
async function readMetadata(
  files: readonly vscode.Uri[],
  skipped: Map<string, SkipReason>,
): Promise<string | undefined> {
  let all: string | undefined;
  let heads = '';
  for (const uri of files) {
    const source = await readText(uri, shownPath(uri));
    if (typeof source === 'string') {
      skipped.set(shownPath(uri), source);
      continue;
    }
    const [, head = '', rows = ''] = /^([^\r\n]*)\r?\n?([\s\S]*)$/.exec(source.text) ?? [];
    if (all === undefined) all = source.text;
    else if (head === heads) all = `${all.trimEnd()}\n${rows}`;
    else skipped.set(shownPath(uri), 'otherColumns');
    if (heads === '') heads = head;
  }
  return all;
}
