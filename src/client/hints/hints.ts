import * as vscode from 'vscode';
import { formatOf } from '../../core/text/format';
import type { Middleware } from 'vscode-languageclient';
import { askForHints } from '../connection/askAgain';
import { isUserDocument } from '../connection/candidates';
import type { LanguageServer } from '../connection/languageServer';
import { readSettings, section } from '../settings/settings';
import type { HintMode } from '../settings/presets';
import { shownHints, type HintWish } from './mode';
import { paragraphAt, type LineRange } from './paragraph';

/** Milliseconds after the cursor came to rest in another paragraph. */
const settle = 80;

/** Which of the server's hints are shown: by mode, by cursor, by toggle. */
export class Hints implements vscode.Disposable {
  private wish: HintWish | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = '';
  private readonly listeners: vscode.Disposable[];

  readonly middleware: Pick<Middleware, 'provideInlayHints'> = {
    provideInlayHints: async (document, viewPort, token, next) => {
      if (!isUserDocument(document)) return [];
      const mode = this.mode(document);
      if (mode === 'off') return [];
      const hints = (await next(document, viewPort, token)) ?? [];
      if (mode === 'all') return hints;
      const paragraphs = paragraphsOf(document);
      return hints.filter(({ position: { line } }) =>
        paragraphs.some(({ first, last }) => first <= line && line <= last),
      );
    },
  };

  /** @param running The client while the server runs: the editor asks it for hints. It is made after them. */
  constructor(private readonly running: () => LanguageServer['running']) {
    this.listeners = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor.document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.follow(editor.document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(section)) return;
        if (event.affectsConfiguration(`${section}.hints`)) this.wish = undefined;
        this.refresh();
      }),
    ];
  }

  /**
   * Hides hints where the document has some, and shows them where it has none.
   *
   * @returns what is shown now.
   */
  toggle(document: vscode.TextDocument | undefined): HintMode {
    return this.want(document, this.mode(document) === 'off' ? 'shown' : 'hidden');
  }

  /** @returns what is shown now. */
  show(document: vscode.TextDocument | undefined): HintMode {
    return this.want(document, 'shown');
  }

  private want(document: vscode.TextDocument | undefined, wish: HintWish): HintMode {
    this.wish = wish;
    this.refresh();
    return this.mode(document);
  }

  private mode(document: vscode.TextDocument | undefined): HintMode {
    return shownHints(readSettings(document ?? null).hints, this.wish);
  }

  private follow(document: vscode.TextDocument): void {
    if (!isUserDocument(document) || this.mode(document) !== 'cursorParagraph') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const key = `${document.uri.toString()} ${JSON.stringify(paragraphsOf(document))}`;
      if (key === this.shown) return;
      this.shown = key;
      this.refresh();
    }, settle);
  }

  private refresh(): void {
    askForHints(this.running());
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}

/** The paragraphs of the cursors in all editors that show the document. */
function paragraphsOf(document: vscode.TextDocument): readonly LineRange[] {
  const isMarkdown = formatOf(document.uri.path, document) === 'markdown';
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .map(({ selection }) => paragraphAt(document, selection.active.line, isMarkdown));
}
