import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeInSlices, type EvidenceCache } from '../core/analyze';
import type { Analysis, Environment } from '../core/model';
import type { Sidecar } from '../core/suppress/model';
import { formatOf } from '../core/text/format';
import type { DocumentFormat } from '../core/text/model';
import { sliceBudget, type Clock } from './turns';
import { WorkQueue, type Work } from './workQueue';

/**
 * Most UTF-16 units of one text that are looked at, by format (measured: Markdown is parsed at about one, plain text at
 * forty million units a second). The rest is told as not checked.
 */
export const limits: Record<DocumentFormat, number> = { markdown: 1_000_000, plain: 5_000_000 };

interface Pending extends Work {
  readonly version: number;
  readonly promise: Promise<Analysis | null>;
  /** Ends it: who waits for it is answered null at once. */
  cancel(): void;
}

interface Entry {
  readonly cache: EvidenceCache;
  pending: Pending | null;
  /** The newest finished analysis. */
  ready: { version: number; analysis: Analysis } | null;
}

/**
 * The analyses of the open documents. A change drops what is under way; requests wait for the analysis of their
 * version; a dropped analysis answers null (cancelled is not empty).
 */
export class Analyses {
  private readonly entries = new Map<string, Entry>();
  private readonly sidecars = new Map<string, Sidecar>();
  private readonly queue: WorkQueue;
  private current: Environment | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly onReady: (document: TextDocument, analysis: Analysis) => void,
    private readonly makeCache: () => EvidenceCache,
  ) {
    this.queue = new WorkQueue(clock);
  }

  /** @throws before it was set: the server is used before it is initialised. */
  get environment(): Environment {
    if (!this.current) throw new Error('The server was used before it was initialised.');
    return this.current;
  }

  /** The taxonomy changed: everything is analysed anew when next asked for. */
  setEnvironment(environment: Environment): void {
    this.current = environment;
    for (const uri of [...this.entries.keys()]) this.drop(uri);
  }

  /**
   * What the user said of a document, kept beside it; the document is analysed anew when next asked for.
   *
   * @returns true where it is not what was known already.
   */
  setSidecar(uri: string, sidecar: Sidecar | null): boolean {
    if (JSON.stringify(sidecar) === JSON.stringify(this.sidecars.get(uri) ?? null)) return false;
    if (sidecar) this.sidecars.set(uri, sidecar);
    else this.sidecars.delete(uri);
    const entry = this.entries.get(uri);
    if (!entry) return true;
    // The evidence does not depend on the sidecar, so its cache stays.
    entry.pending?.cancel();
    entry.pending = null;
    entry.ready = null;
    return true;
  }

  /**
   * The finished analysis of exactly this version, else the one under way or a new one, which is done before all
   * others.
   */
  get(document: TextDocument): Promise<Analysis | null> {
    const entry = this.entryOf(document.uri);
    const { ready, pending } = entry;
    if (ready?.version === document.version) return Promise.resolve(ready.analysis);
    if (pending?.version !== document.version) return this.start(document, entry);
    this.queue.putFirst(pending);
    return pending.promise;
  }

  /** Whether anything can have been answered about a document yet. */
  has(uri: string): boolean {
    const entry = this.entries.get(uri);
    return entry !== undefined && entry.ready !== null;
  }

  /** Forgets a document; versions start anew when it is opened again. */
  close(uri: string): void {
    this.drop(uri);
    this.sidecars.delete(uri);
  }

  private drop(uri: string): void {
    this.entries.get(uri)?.pending?.cancel();
    this.entries.delete(uri);
  }

  private entryOf(uri: string): Entry {
    let entry = this.entries.get(uri);
    if (!entry) {
      entry = { cache: this.makeCache(), pending: null, ready: null };
      this.entries.set(uri, entry);
    }
    return entry;
  }

  private start(document: TextDocument, entry: Entry): Promise<Analysis | null> {
    entry.pending?.cancel();
    const { promise, resolve, reject } = deferred<Analysis | null>();
    const { version } = document;
    const slices = this.slicesOf(document, entry);
    const pending: Pending = {
      version,
      promise,
      run: () => {
        let analysis: Analysis | null;
        try {
          analysis = this.runSlice(slices);
        } catch (error) {
          // The next request tries again; a fault that stays is answered as an error each time.
          entry.pending = null;
          reject(error);
          return true;
        }
        if (!analysis) return false;
        entry.ready = { version, analysis };
        entry.pending = null;
        resolve(analysis);
        this.onReady(document, analysis);
        return true;
      },
      cancel: () => {
        this.queue.remove(pending);
        resolve(null);
      },
    };
    entry.pending = pending;
    this.queue.putFirst(pending);
    return promise;
  }

  private slicesOf(document: TextDocument, { cache }: Entry): Generator<void, Analysis> {
    const format = formatOf(pathOf(document.uri), document);
    return analyzeInSlices(document.getText(), format, this.environment, cache, {
      sidecar: this.sidecars.get(document.uri) ?? null,
      limit: limits[format],
    });
  }

  /** Works for one slice's time; the analysis when it is done, else null. */
  private runSlice(slices: Generator<void, Analysis>): Analysis | null {
    const until = this.clock.now() + sliceBudget;
    do {
      const step = slices.next();
      if (step.done) return step.value;
    } while (this.clock.now() < until);
    return null;
  }
}

function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** A document's address without query and fragment. */
export function pathOf(uri: string): string {
  return uri.replace(/[?#].*$/, '');
}
