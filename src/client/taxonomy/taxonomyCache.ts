import * as vscode from 'vscode';
import { TaxonomyRequest } from '../../protocol';
import type { LanguageServer } from '../connection/languageServer';
import { TaxonomyIndex } from './taxonomyIndex';

/** The taxonomy in the user's language; asked for once, and again when language or taxonomy change. */
export class TaxonomyCache implements vscode.Disposable {
  private index: TaxonomyIndex | undefined;
  private asking: Promise<TaxonomyIndex | undefined> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: LanguageServer) {}

  /** What is known already. */
  get current(): TaxonomyIndex | undefined {
    return this.index;
  }

  /** Starts the server if needed; undefined when it does not run. After a failure the next call asks anew. */
  load(): Promise<TaxonomyIndex | undefined> {
    this.asking ??= this.ask();
    return this.asking;
  }

  /** Asks again; what is known stays until the answer is there. */
  async reload(): Promise<void> {
    this.asking = this.ask();
    try {
      await this.asking;
    } catch (error) {
      this.server.logError(error);
    }
  }

  private async ask(): Promise<TaxonomyIndex | undefined> {
    const taxonomy = await this.server.request0(TaxonomyRequest).catch((error: unknown) => {
      this.asking = undefined;
      throw error;
    });
    if (!taxonomy) {
      this.asking = undefined;
      return this.index;
    }
    const isNew = JSON.stringify(taxonomy) !== JSON.stringify(this.index?.taxonomy);
    if (isNew) {
      this.index = new TaxonomyIndex(taxonomy);
      this.changed.fire();
    }
    return this.index;
  }

  dispose(): void {
    this.changed.dispose();
  }
}
