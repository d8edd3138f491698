import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeInSlices, type EvidenceCache } from '../core/analyze';
import type { Analysis, Environment } from '../core/model';
import type { DocumentFormat } from '../core/text/model';

/** Longest run without giving other requests a turn, in milliseconds. */
const sliceBudget = 8;

/** What the scheduler needs of its host; tests pass their own clock. */
export interface Clock {
  now(): number;
  /** Runs `task` after everything that waits already. */
  defer(task: () => void): void;
}

interface Pending {
  readonly version: number;
  readonly promise: Promise<Analysis | null>;
  cancelled: boolean;
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

  constructor(
    private environment: Environment,
    private readonly clock: Clock,
    private readonly onReady: (document: TextDocument, analysis: Analysis) => void,
    private readonly makeCache: () => EvidenceCache,
  ) {}

  /** Settings or taxonomy changed: everything is analysed anew when next asked for. */
  setEnvironment(environment: Environment): void {
    this.environment = environment;
    for (const uri of [...this.entries.keys()]) this.close(uri);
  }

  get currentEnvironment(): Environment {
    return this.environment;
  }

  /** The finished analysis of exactly this version, else the one under way or a new one. */
  get(document: TextDocument): Promise<Analysis | null> {
    const entry = this.entryOf(document.uri);
    if (entry.ready?.version === document.version) return Promise.resolve(entry.ready.analysis);
    if (entry.pending?.version === document.version && !entry.pending.cancelled) return entry.pending.promise;
    return this.start(document, entry);
  }

  /** Forgets a document; versions start anew when it is opened again. */
  close(uri: string): void {
    const entry = this.entries.get(uri);
    if (entry?.pending) entry.pending.cancelled = true;
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
    if (entry.pending) entry.pending.cancelled = true;
    let resolve: (analysis: Analysis | null) => void = () => undefined;
    let reject: (error: unknown) => void = () => undefined;
    const promise = new Promise<Analysis | null>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    const pending: Pending = { version: document.version, promise, cancelled: false };
    entry.pending = pending;
    const { version } = document;
    const slices = analyzeInSlices(document.getText(), formatOf(document), this.environment, entry.cache);
    const run = (): void => {
      if (pending.cancelled) return resolve(null);
      try {
        const until = this.clock.now() + sliceBudget;
        do {
          const step = slices.next();
          if (step.done) {
            entry.ready = { version, analysis: step.value };
            entry.pending = null;
            resolve(step.value);
            this.onReady(document, step.value);
            return;
          }
        } while (this.clock.now() < until);
        this.clock.defer(run);
      } catch (error) {
        reject(error);
      }
    };
    this.clock.defer(run);
    return promise;
  }
}

/** Markdown by language or by name; `zh-policy` is Markdown where the file says `.md`. */
export function formatOf(document: Pick<TextDocument, 'languageId' | 'uri'>): DocumentFormat {
  if (document.languageId === 'markdown') return 'markdown';
  return /\.(md|markdown)$/i.test(document.uri) ? 'markdown' : 'plain';
}
