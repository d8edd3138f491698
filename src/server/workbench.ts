import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeInSlices, createEnvironment, createEvidenceCache } from '../core/analyze';
import type { Analysis, Environment } from '../core/model';
import type { DocumentResult } from '../core/report/contract';
import { documentResult } from '../core/report/documentResult';
import { rules } from '../core/rules';
import { builtinTaxonomy } from '../core/taxonomy/builtin';
import { loadTaxonomy } from '../core/taxonomy/load';
import { createJiebaTokenizer } from '../core/tokenize/jieba';
import type { Tokenizer } from '../core/tokenize/tokenizer';
import { createTranslator, type Translator } from '../l10n/translator';
import type { InitializationOptions, ServerSettings, TaxonomyResult, TextToAnalyze } from '../protocol';
import type { ServiceContext } from '../service/context';
import { taxonomyInfo } from '../service/taxonomyInfo';
import { workspaceSymbols } from '../service/workspaceSymbols';
import { Analyses } from './analyses';
import { defaultSettings, readSettings, severityOf } from './settings';
import type { ServerHost } from './startServer';

interface Events {
  onReady(document: TextDocument, analysis: Analysis): void;
  onTaxonomyProblems(messages: readonly string[]): void;
}

/** Holds what outlives a request: environment, settings and the analyses of the open documents. */
export class Workbench {
  private settings: ServerSettings = defaultSettings;
  private translator: Translator = createTranslator('zh-CN');
  private tokenizer: Tokenizer | null = null;
  private analyses: Analyses | null = null;

  constructor(
    private readonly host: ServerHost,
    private readonly events: Events,
  ) {}

  async initialize(options: Partial<InitializationOptions>): Promise<void> {
    this.settings = readSettings(options.settings);
    this.translator = createTranslator(this.settings.language);
    this.tokenizer = createJiebaTokenizer(await this.host.loadWasm(options));
    this.analyses = new Analyses(
      this.makeEnvironment(this.tokenizer),
      this.host.clock,
      this.events.onReady,
      createEvidenceCache,
    );
  }

  get environment(): Environment {
    return this.ready().currentEnvironment;
  }

  configure(value: unknown): void {
    const before = this.settings;
    this.settings = readSettings(value);
    this.translator = createTranslator(this.settings.language);
    const changed = JSON.stringify(before.taxonomy) !== JSON.stringify(this.settings.taxonomy);
    if (changed && this.tokenizer) this.analyses?.setEnvironment(this.makeEnvironment(this.tokenizer));
  }

  /** Starts an analysis ahead of the first request. */
  async prepare(document: TextDocument): Promise<void> {
    await this.ready().get(document);
  }

  close(uri: string): void {
    this.analyses?.close(uri);
  }

  /** Null where the product stays silent; `cancelled` where the document changed meanwhile. */
  async context(document: TextDocument): Promise<ServiceContext | null | 'cancelled'> {
    const analysis = await this.ready().get(document);
    if (!analysis) return 'cancelled';
    return this.speaks(document, analysis) ? this.contextOf(document, analysis) : null;
  }

  taxonomyInfo(): TaxonomyResult {
    return taxonomyInfo(this.environment.taxonomy, this.translator);
  }

  /** Tags of the open documents by category code or name. */
  async workspaceSymbols(documents: readonly TextDocument[], query: string): Promise<SymbolInformation[]> {
    const found: SymbolInformation[] = [];
    for (const document of documents) {
      const context = await this.context(document);
      if (context && context !== 'cancelled') found.push(...workspaceSymbols(context, query));
    }
    return found;
  }

  /** Analyses a text that is not open, giving other requests a turn between slices. */
  async analyzeText(text: TextToAnalyze, token: CancellationToken): Promise<DocumentResult> {
    const slices = analyzeInSlices(text.text, text.format, this.environment, createEvidenceCache());
    let until = this.host.clock.now() + 8;
    for (;;) {
      const step = slices.next();
      if (step.done) {
        return documentResult(
          step.value,
          this.environment.taxonomy,
          text,
          (id) => severityOf(this.settings, rules, id),
          this.translator.message,
        );
      }
      if (this.host.clock.now() > until) {
        await new Promise<void>((resolve) => this.host.clock.defer(resolve));
        if (token.isCancellationRequested) throw new Error('cancelled');
        until = this.host.clock.now() + 8;
      }
    }
  }

  private ready(): Analyses {
    if (!this.analyses) throw new Error('The server was used before it was initialised.');
    return this.analyses;
  }

  private speaks(document: TextDocument, analysis: Analysis): boolean {
    if (this.settings.enable === 'never') return false;
    if (this.settings.enable === 'always' || document.languageId === 'zh-policy') return true;
    return analysis.checked.isPolicyText;
  }

  private contextOf(textDocument: TextDocument, analysis: Analysis): ServiceContext {
    return {
      textDocument,
      analysis,
      taxonomy: this.environment.taxonomy,
      translator: this.translator,
      preset: this.settings.preset,
      severity: (rule) => severityOf(this.settings, rules, rule),
    };
  }

  private makeEnvironment(tokenizer: Tokenizer): Environment {
    const builtin = builtinTaxonomy();
    const own = this.settings.taxonomy;
    if (!own) return createEnvironment(builtin, tokenizer);
    const { value, problems } = loadTaxonomy([{ name: own.file, text: own.text }], builtin);
    this.events.onTaxonomyProblems(
      problems.map(({ file, line, message }) => `${file}:${line} ${this.translator.message(message)}`),
    );
    return createEnvironment(value ?? builtin, tokenizer);
  }
}
