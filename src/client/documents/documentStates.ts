import * as vscode from 'vscode';
import { DocumentViewRequest, type Highlight, type Overview } from '../../protocol';
import type { LanguageServer } from '../connection/languageServer';
import { find } from './openDocuments';

/** What was last read of a document; `overview` is null where the product stays silent. */
export interface DocumentState {
  readonly version: number;
  readonly overview: Overview | null;
  readonly highlights: readonly Highlight[];
}

/** Milliseconds without a change of the text until views change; typing on starts the wait anew. */
const settle = 80;
/** Milliseconds until a question that was cancelled is asked again, in case no new analysis follows. */
const askAgain = 400;

interface Entry {
  state: DocumentState | undefined;
  /** Asked before other settings held: the same version is asked about again. */
  isOutdated: boolean;
  /** When the text changed last, in milliseconds of `Date.now`. */
  changed: number;
  /** The version whose question failed; not asked again until something changes. */
  failed: number | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  loading: vscode.CancellationTokenSource | undefined;
  /** The version that is asked about while it loads. */
  asked: number | undefined;
}

/**
 * What the server says of the open documents. Visible documents are followed; others are read when asked for. An
 * answer about an older version is dropped, and the last good one stays until a newer is there.
 */
export class DocumentStates implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly updated = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly progressed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  readonly onDidUpdate = this.updated.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly isOpen: (document: vscode.TextDocument) => boolean,
  ) {
    this.listeners = [
      server.onDidAnalyze(({ uri, version }) => {
        const document = find(vscode.Uri.parse(uri).toString());
        if (document?.version !== version || !isVisible(document)) return;
        const entry = this.entries.get(document.uri.toString());
        // The answer under way is of this analysis: the server tells of it before it answers.
        if (entry?.loading === undefined || entry.asked !== version) this.refresh(document);
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') this.outdate();
        this.progressed.fire();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const entry = this.entries.get(document.uri.toString());
        if (entry && contentChanges.length > 0) entry.changed = Date.now();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.refreshVisible()),
      // A change of language tells of a document that is closed and opened, but is neither.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.isClosed) this.forget(document);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.entries.has(document.uri.toString())) this.refresh(document);
      }),
    ];
  }

  /** What is known of a document; nothing of one that is not to be looked at any more. */
  get(document: vscode.TextDocument): DocumentState | undefined {
    return this.isOpen(document) ? this.entries.get(document.uri.toString())?.state : undefined;
  }

  /** Reads a document again, soon; several calls in a row make one question. */
  refresh(document: vscode.TextDocument, atLeast = 0): void {
    const isAlive = this.server.state === 'running' || this.server.state === 'starting';
    if (document.isClosed) return;
    if (!this.isOpen(document)) return this.drop(document);
    if (!isAlive) return;
    const entry = this.entry(document);
    clearTimeout(entry.timer);
    const rest = entry.state ? entry.changed + settle - Date.now() : 0;
    entry.timer = setTimeout(() => void this.load(document, entry), Math.max(rest, atLeast));
  }

  /**
   * What is known may no longer hold: visible documents are read again now, others once they are looked at.
   *
   * @param uris The documents of which it may not; all where this is left out.
   */
  outdate(uris: Iterable<string> = this.entries.keys()): void {
    for (const uri of uris) {
      const entry = this.entries.get(uri);
      if (entry) entry.isOutdated = true;
    }
    this.refreshVisible();
  }

  /** Documents of which nothing is known, or an older version, or that are outdated. */
  private refreshVisible(): void {
    for (const document of visibleDocuments()) {
      const entry = this.entries.get(document.uri.toString());
      if (!entry || entry.isOutdated || entry.state?.version !== document.version) this.refresh(document);
    }
  }

  /** Resolves when the state of the document's current version is there, or when there will be none. */
  async whenIdle(uri: string): Promise<void> {
    for (;;) {
      const document = find(vscode.Uri.parse(uri).toString());
      if (!document || !this.isOpen(document)) return;
      await this.server.start();
      if (this.server.state === 'failed') return;
      const entry = this.entry(document);
      const isBusy = entry.timer !== undefined || entry.loading !== undefined;
      const known = [entry.state?.version, entry.failed];
      if (!isBusy && !entry.isOutdated && known.includes(document.version)) return;
      if (!isBusy) this.refresh(document);
      await new Promise<void>((resolve) => {
        const listener = this.progressed.event(() => {
          listener.dispose();
          resolve();
        });
      });
    }
  }

  private async load(document: vscode.TextDocument, entry: Entry): Promise<void> {
    entry.timer = undefined;
    entry.loading?.cancel();
    const source = new vscode.CancellationTokenSource();
    entry.loading = source;
    entry.isOutdated = false;
    const { version } = document;
    entry.asked = version;
    const params = { uri: document.uri.toString() };
    try {
      const view = await this.server.request(DocumentViewRequest, params, source.token);
      if (source.token.isCancellationRequested || document.isClosed) return;
      if (view === undefined || document.version !== version) return this.refresh(document, askAgain);
      entry.state = { version, overview: view?.overview ?? null, highlights: view?.highlights ?? [] };
      entry.failed = undefined;
      this.updated.fire(document);
    } catch (error) {
      entry.failed = version;
      this.server.logError(error);
    } finally {
      if (entry.loading === source) entry.loading = undefined;
      source.dispose();
      this.progressed.fire();
    }
  }

  private entry(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    let entry = this.entries.get(key);
    if (!entry) {
      entry = {
        state: undefined,
        isOutdated: false,
        changed: 0,
        failed: undefined,
        timer: undefined,
        loading: undefined,
        asked: undefined,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** A document that is not looked at any more: what was drawn for it has to go. */
  private drop(document: vscode.TextDocument): void {
    const isKnown = this.entries.get(document.uri.toString())?.state !== undefined;
    this.forget(document);
    if (isKnown) this.updated.fire(document);
  }

  private forget(document: vscode.TextDocument): void {
    const entry = this.entries.get(document.uri.toString());
    clearTimeout(entry?.timer);
    entry?.loading?.cancel();
    this.entries.delete(document.uri.toString());
    this.progressed.fire();
  }

  dispose(): void {
    for (const { timer, loading } of this.entries.values()) {
      clearTimeout(timer);
      loading?.cancel();
    }
    this.entries.clear();
    this.updated.dispose();
    this.progressed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

function visibleDocuments(): readonly vscode.TextDocument[] {
  return [...new Set(vscode.window.visibleTextEditors.map(({ document }) => document))];
}

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}
