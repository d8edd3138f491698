import * as vscode from 'vscode';
import type { Services } from '../../commands/services';
import { ReportPanel } from './panel';
import { summaryOf, type ReportSubject, type ReportSummary } from '../subjects/subject';

/** The open reports, the one looked at last in front. */
export class ReportPanels implements vscode.Disposable {
  private readonly open: ReportPanel[] = [];
  private readonly shown = new vscode.EventEmitter<ReportSummary>();
  /** A report shows other documents, or the same ones changed. */
  readonly onDidShow = this.shown.event;

  constructor(private readonly services: Services) {}

  /** The open reports, the one that was opened or brought to the front last first. */
  get all(): readonly ReportPanel[] {
    return this.open;
  }

  /** The report in front: no text is, then. */
  get front(): ReportPanel | undefined {
    return this.open.find(({ isActive }) => isActive);
  }

  /** The report in front, else the one that was opened or brought to the front last. */
  get latest(): ReportPanel | undefined {
    return this.front ?? this.open[0];
  }

  /**
   * Shows a subject's report; an open one with the same key makes room for it.
   *
   * @param tab To show it in; without one, a new tab is opened.
   */
  add(subject: ReportSubject, tab?: vscode.WebviewPanel): ReportPanel {
    this.open.find((panel) => panel.subject.key === subject.key)?.dispose();
    const panel = new ReportPanel(this.services, subject, tab);
    this.open.unshift(panel);
    panel.onDidShow(() => this.shown.fire(summaryOf(subject)));
    panel.onDidClose(() => this.open.splice(this.open.indexOf(panel), 1));
    return panel;
  }

  /** The open report with this key, brought to the front. */
  reveal(key: string): ReportPanel | undefined {
    const at = this.open.findIndex(({ subject }) => subject.key === key);
    const [panel] = at < 0 ? [] : this.open.splice(at, 1);
    if (!panel) return undefined;
    this.open.unshift(panel);
    panel.reveal();
    return panel;
  }

  dispose(): void {
    for (const panel of [...this.open]) panel.dispose();
    this.shown.dispose();
  }
}
