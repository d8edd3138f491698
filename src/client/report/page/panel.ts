import * as vscode from 'vscode';
import type { PageAnswer, PageNews } from '../../../core/report/html/messages';
import type { MessageId, Translator } from '../../../l10n/translator';
import type { Services } from '../../commands/services';
import { isPageInFront } from '../../documents/editors';
import { answer, type ShownReport } from './answers';
import { askTaxonomy, reportInput } from './reportInput';
import { revealPassage } from './revealPassage';
import type { ReportedDocument, ReportSubject } from '../subjects/subject';
import { inTurns } from './turns';
import { showError } from '../../notices';

/** Milliseconds between two pages while documents keep coming, and how many times a page's own cost at least. */
const pause = 1_500;
const costs = 10;
/**
 * While documents keep coming, a page has this many times as many as the one before, because it is drawn whole each
 * time; the figures of large ones take about a second, so fewer of them.
 */
const growth = 3;
const large = 300;
const largeGrowth = 12;

/** What VS Code calls the reports' tabs. */
export const viewType = 'policyLens.report';

/** A report in a webview. It follows its subject, which it owns. */
export class ReportPanel implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly closed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private nextPage = 0;
  /** How many documents the page shows, and how many it must be until another is drawn before all are there. */
  private nextCount = 1;
  private shownReport: ShownReport | undefined;
  private rendering: Promise<void> = Promise.resolve();
  private isRendering = false;
  /** The subject has changed since the page, or the one under way, was begun. */
  private isStale = true;
  private isClosed = false;
  private lastOpened: vscode.TextDocument | undefined;
  /** As JSON. */
  private toldMemento: string;
  private readonly shown = new vscode.EventEmitter<void>();
  readonly onDidClose = this.closed.event;
  /** The page shows what the subject holds now. */
  readonly onDidShow = this.shown.event;

  constructor(
    private readonly services: Services,
    readonly subject: ReportSubject,
    tab?: vscode.WebviewPanel,
  ) {
    const options = { enableScripts: true, localResourceRoots: [] };
    this.toldMemento = JSON.stringify(subject.memento);
    if (tab) tab.webview.options = options;
    this.panel =
      tab ??
      vscode.window.createWebviewPanel(
        viewType,
        subject.title,
        // A document's report beside it, in the column of an explanation that is open there already; wide tables over
        // the whole width.
        subject.isBeside && !isPageInFront() ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
        { ...options, retainContextWhenHidden: true, enableFindWidget: true },
      );
    this.panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');
    this.panel.webview.html = notePage('client.report.reading', services.words.current);
    this.listeners = [
      this.panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      this.panel.onDidChangeViewState(() => {
        if (this.panel.visible && this.isStale) this.schedule();
      }),
      this.panel.onDidDispose(() => this.dispose()),
      subject.onDidChange(() => {
        this.showTitle();
        this.tellMemento();
        this.schedule();
      }),
      // What the page says of it is true no longer, though the figures may stay as they are.
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.schedule()),
      services.words.onDidChange(() => {
        this.showTitle();
        this.schedule();
      }),
      services.server.onDidChangeState((state) => {
        if (state === 'running') this.schedule();
      }),
    ];
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Resolves when the page shows all that the subject holds now. */
  async show(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isStale)
      this.rendering = this.rendering.then(async () => {
        this.isRendering = true;
        try {
          await this.render();
        } catch (error) {
          this.services.server.logError(error);
          this.fail();
        } finally {
          this.isRendering = false;
        }
        if (this.isStale && !this.isClosed) this.plan();
      });
    await this.rendering;
  }

  private showTitle(): void {
    if (this.panel.title !== this.subject.title) this.panel.title = this.subject.title;
  }

  private schedule(): void {
    this.isStale = true;
    this.tell(this.subject.progress);
    this.plan();
  }

  /** Draws the page anew when it is time. One under way is finished first: it is drawn in turns. */
  private plan(): void {
    if (this.timer !== undefined || this.isRendering || !this.panel.visible) return;
    if (this.subject.progress !== '' && this.subject.documents.size < this.nextCount) return;
    const wait = this.subject.progress === '' ? 0 : Math.max(0, this.nextPage - Date.now());
    this.timer = setTimeout(() => void this.show(), wait);
  }

  private async render(): Promise<void> {
    if (this.isClosed) return;
    const taxonomy = await askTaxonomy(this.services);
    if (this.isClosed) return;
    if (!taxonomy) {
      this.fail();
      return;
    }
    const { buildComparison, buildReportInSlices, renderReportHtml } = await import('../../../core/report');
    const began = Date.now();
    const isWanted = (): boolean => !this.isClosed;
    this.isStale = false;
    const { memento } = this.subject;
    const page = { host: 'webview', nonce: crypto.randomUUID(), memento } as const;
    const input = reportInput(this.subject, taxonomy, this.services, page);
    const report =
      this.subject.kind === 'comparison'
        ? buildComparison(input)
        : await inTurns(buildReportInSlices(input), isWanted);
    if (!report) return;
    const pieces: string[] = [];
    const html = piecesInto(pieces, renderReportHtml(report, this.services.words.current, page));
    await inTurns(html, isWanted);
    if (this.isClosed) return;
    this.panel.webview.html = pieces.join('');
    this.shownReport = { input, report, page };
    this.tell(this.subject.progress);
    this.shown.fire();
    const count = input.output.documents.length;
    this.nextCount = (count < large ? growth : largeGrowth) * count;
    const now = Date.now();
    this.nextPage = now + Math.max(pause, costs * (now - began));
  }

  /** Drawing again at once would fail as fast as it can: it is tried on the next change. */
  private fail(): void {
    this.isStale = false;
    if (this.isClosed) return;
    const { current, t } = this.services.words;
    if (this.shownReport) this.tell(t('client.report.failed'));
    else this.panel.webview.html = notePage('client.report.failed', current);
  }

  /** Said by screen readers, too. */
  private tell(text: string): void {
    this.post({ type: 'status', text });
  }

  /** A page behind others is not drawn anew, but must not keep the name that a document had. */
  private tellMemento(): void {
    const { memento } = this.subject;
    const text = JSON.stringify(memento);
    if (text === this.toldMemento) return;
    this.toldMemento = text;
    this.post({ type: 'memento', memento });
  }

  private post(message: PageNews | PageAnswer): void {
    if (!this.isClosed) void this.panel.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    if (typeof message !== 'object' || message === null) return;
    const { type, path, start, end } = message as Record<string, unknown>;
    if (type !== 'open') void this.answer(message).catch(this.services.server.logError);
    if (type !== 'open' || typeof path !== 'string') return;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return;
    const document = this.subject.documents.get(path);
    if (!document) return;
    void this.open(document, Number(start), Number(end)).catch((error: unknown) => {
      this.services.server.logError(error);
      void showError(this.services.words.t('client.report.cannotOpen', path));
    });
  }

  private async open(document: ReportedDocument, start: number, end: number): Promise<void> {
    const uris = new Set([...this.subject.documents.values()].map(({ uri }) => uri.toString()));
    this.lastOpened = await revealPassage(document, start, end, {
      column: this.panel.viewColumn,
      last: this.lastOpened,
      isReported: ({ uri }) => uris.has(uri.toString()),
    });
  }

  private async answer(message: object): Promise<void> {
    const found = this.shownReport && (await answer(this.shownReport, message));
    if (found) this.post(found);
  }

  dispose(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.timer);
    this.closed.fire();
    this.closed.dispose();
    this.shown.dispose();
    this.subject.dispose();
    for (const listener of this.listeners) listener.dispose();
    this.panel.dispose();
  }
}

function* piecesInto(list: string[], pieces: Iterable<string>): Generator<void, void> {
  for (const piece of pieces) {
    list.push(piece);
    yield;
  }
}

/** A sentence in the place of a report, as until the first documents are there. */
export function notePage(id: MessageId, words: Translator): string {
  const policy = "default-src 'none'";
  return `<!DOCTYPE html><html lang="${words.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body><p role="status">${words.t(id)}</p></body></html>`;
}
