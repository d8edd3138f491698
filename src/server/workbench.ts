import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, SymbolInformation } from 'vscode-languageserver-types';
import { analyzeInSlices, createEnvironment, createEvidenceCache } from '../core/analyze';
import type { EngineData } from '../core/engineData';
import { builtinModel } from '../core/match/scoring/learned';
import type { Model } from '../core/match/scoring/modelFile';
import type { Analysis, Environment } from '../core/model';
import type { DocumentResult } from '../core/report/contract';
import { documentResult } from '../core/report/documentResult';
import type { Severity } from '../core/rules/model';
import { readSidecar } from '../core/suppress/readSidecar';
import { builtinTaxonomy } from '../core/taxonomy/builtin';
import { loadTaxonomy } from '../core/taxonomy/load';
import type { Taxonomy } from '../core/taxonomy/model';
import { createJiebaTokenizer } from '../core/tokenize/jieba';
import type { Tokenizer } from '../core/tokenize/tokenizer';
import { createTranslator, type Translator } from '../l10n/translator';
import type {
  InitializationOptions,
  ServerSettings,
  TaxonomyFault,
  TaxonomyResult,
  TextToAnalyze,
} from '../protocol';
import type { EditorSupport, ServiceContext } from '../service/context';
import { locationsOf } from '../service/references';
import { taxonomyInfo } from '../service/taxonomyInfo';
import { symbolFor, workspaceSymbols } from '../service/workspaceSymbols';
import { Analyses, limits, sliceBudget, type Clock } from './analyses';
import { OccurrenceIndex } from './occurrenceIndex';
import { defaultSettings, isForced, settingsFrom, settingsFor, severityOf } from './settings';

/** Most symbols in one answer: a workspace has a hundred thousand, and is asked anew with every letter that is typed. */
const mostSymbols = 500;

/** Tags of files that are looked at before it is time to ask whether to go on. */
const tagsAtOnce = 500;

/** Waits for its turn; false where the work is not wanted any more. */
type GoOn = () => Promise<boolean>;

/** What differs between the Node process and the web worker. */
export interface ServerHost {
  readonly clock: Clock;
  /** From the neighbour files or from `initializationOptions`. */
  loadData(options: Partial<InitializationOptions>): Promise<EngineData>;
}

/** What every environment of this server has in common, whatever the taxonomy. */
interface Engine {
  readonly tokenizer: Tokenizer;
  readonly model: Model;
}

interface Events {
  onReady(document: TextDocument, analysis: Analysis): void;
  /** After every time that the taxonomy was put together. */
  onTaxonomy(problems: readonly TaxonomyFault[]): void;
}

/** The documents that are open at the time. */
interface OpenDocuments {
  all(): readonly TextDocument[];
  get(uri: string): TextDocument | undefined;
}

/** Holds what outlives a request: environment, settings and the analyses of the open documents. */
export class Workbench {
  /** Tags of files that are not open. */
  readonly index = new OccurrenceIndex();
  private settings: ServerSettings = defaultSettings;
  private translator: Translator = createTranslator('zh-CN');
  private analyses: Analyses | null = null;
  private engine: Engine | null = null;
  private editor: EditorSupport = {
    commands: false,
    snippets: false,
    plain: { hover: false, documentation: false },
  };

  constructor(
    private readonly host: ServerHost,
    private readonly events: Events,
  ) {}

  /** @param locale The editor's, where it says one. */
  async initialize(
    options: Partial<InitializationOptions>,
    editor: EditorSupport,
    locale: string | undefined,
  ): Promise<void> {
    this.editor = editor;
    this.settings = settingsFrom(options.settings, locale);
    const { tokenizer, weights } = await this.host.loadData(options);
    this.engine = { tokenizer: createJiebaTokenizer(tokenizer), model: builtinModel(weights) };
    const environment = this.makeEnvironment(this.engine);
    this.analyses = new Analyses(environment, this.host.clock, this.events.onReady, createEvidenceCache);
  }

  get environment(): Environment {
    return this.ready().currentEnvironment;
  }

  get taxonomy(): Taxonomy {
    return this.environment.taxonomy;
  }

  /** Takes settings over; what was analysed stays valid unless the taxonomy changed. */
  configure(value: unknown, locale?: string): void {
    const before = this.settings;
    this.settings = settingsFrom(value, locale);
    const sameTaxonomy = JSON.stringify(before.taxonomy) === JSON.stringify(this.settings.taxonomy);
    if (!this.engine) return;
    if (sameTaxonomy) {
      this.translator = createTranslator(this.settings.language, this.taxonomy);
      return;
    }
    this.ready().setEnvironment(this.makeEnvironment(this.engine));
    this.index.clear();
  }

  /** True where it says something new. */
  setSidecar(uri: string, sidecar: unknown): boolean {
    return this.ready().setSidecar(uri, readSidecar(sidecar));
  }

  /** Starts an analysis ahead of the first request. */
  async prepare(document: TextDocument): Promise<void> {
    await this.ready().get(document);
  }

  close(uri: string): void {
    this.analyses?.close(uri);
  }

  /** Null where the product stays silent; `cancelled` where the analysis was dropped. */
  async context(document: TextDocument): Promise<ServiceContext | null | 'cancelled'> {
    const analysis = await this.ready().get(document);
    return analysis ? this.contextFor(document, analysis) : 'cancelled';
  }

  /** What features read, for an analysis that is there already; null where the product stays silent. */
  contextFor(textDocument: TextDocument, analysis: Analysis): ServiceContext | null {
    const settings = settingsFor(this.settings, textDocument.uri);
    const isMeant = isForced(settings, textDocument) || analysis.checked.isPolicyText;
    if (settings.enable === 'never' || !isMeant) return null;
    return {
      textDocument,
      analysis,
      taxonomy: this.taxonomy,
      translator: this.translator,
      preset: settings.preset,
      codeLens: settings.codeLens,
      hintText: this.settings.hintText ?? defaultSettings.hintText,
      editor: this.editor,
      severity: (rule) => severityOf(settings, rule),
    };
  }

  /** See {@link isForced}. */
  isForced(document: TextDocument): boolean {
    return isForced(settingsFor(this.settings, document.uri), document);
  }

  taxonomyInfo(): TaxonomyResult {
    return taxonomyInfo(this.taxonomy, this.translator);
  }

  /**
   * Tags by category code or name: of the open documents, then of the files analysed before. The first ones only; null
   * when cancelled.
   */
  async workspaceSymbols(
    documents: OpenDocuments,
    query: string,
    token: CancellationToken,
  ): Promise<SymbolInformation[] | null> {
    const goOn = this.turns(token);
    const found: SymbolInformation[] = [];
    for await (const context of this.openContexts(documents)) {
      for (const symbol of workspaceSymbols(context, query)) found.push(symbol);
      if (found.length >= mostSymbols) return found.slice(0, mostSymbols);
      if (!(await goOn())) return null;
    }
    const words = { taxonomy: this.taxonomy, translator: this.translator };
    let looked = 0;
    for (const { category, location, quote, section } of this.index.without(documents.all())) {
      if (looked++ % tagsAtOnce === 0 && !(await goOn())) return null;
      const symbol = symbolFor(words, category, quote, section, location, query);
      if (symbol) found.push(symbol);
      if (found.length === mostSymbols) break;
    }
    return found;
  }

  /**
   * Occurrences of categories outside of one document: in the other open ones, then in the files analysed before; null
   * when cancelled.
   */
  async occurrencesElsewhere(
    documents: OpenDocuments,
    uri: string,
    categories: ReadonlySet<string>,
    token: CancellationToken,
  ): Promise<Location[] | null> {
    const goOn = this.turns(token);
    const found: Location[] = [];
    for await (const context of this.openContexts(documents)) {
      if (context.textDocument.uri !== uri)
        for (const location of locationsOf(context, categories)) found.push(location);
      if (!(await goOn())) return null;
    }
    let looked = 0;
    for (const { category, location } of this.index.without(documents.all())) {
      if (looked++ % tagsAtOnce === 0 && !(await goOn())) return null;
      if (categories.has(category)) found.push(location);
    }
    return found;
  }

  /**
   * Asked between two steps of long work: lets other requests have their turn where this one has had its time, and says
   * whether it is still wanted.
   */
  turns(token: CancellationToken): GoOn {
    const { clock } = this.host;
    let until = clock.now() + sliceBudget;
    return async () => {
      if (clock.now() > until) {
        await new Promise<void>((resolve) => clock.defer(resolve));
        until = clock.now() + sliceBudget;
      }
      return !token.isCancellationRequested;
    };
  }

  /** Analyses a text that is not open; null when it is not wanted any more. */
  async analyzeText(text: TextToAnalyze, goOn: GoOn): Promise<DocumentResult | null> {
    const { environment, translator } = this;
    const configured = settingsFor(this.settings, text.uri ?? text.path);
    const settings = { ...configured, isIncluded: configured.isIncluded || text.isIncluded === true };
    const severity = (id: string): Severity => severityOf(settings, id);
    const slices = analyzeInSlices(text.text, text.format, environment, null, {
      sidecar: readSidecar(text.sidecar),
      limit: limits[text.format],
      lazyEvidence: true,
      wantsRule: (id) => severity(id) !== 'off',
    });
    while (await goOn()) {
      const step = slices.next();
      if (!step.done) continue;
      const { taxonomy } = environment;
      const source = { ...text, isForced: isForced(settings) };
      const result = documentResult(step.value, taxonomy, source, severity, translator.message, false);
      // With another taxonomy by now, its tags would be found under codes that are no more.
      if (this.environment === environment) this.index.add(text, result);
      return result;
    }
    return null;
  }

  /**
   * The open documents about which the product is not silent. One that changes is waited for; one that is closed while
   * those before it are looked at is left out: its analysis would be kept, and taken for that of the same version when
   * it is opened again.
   */
  private async *openContexts(documents: OpenDocuments): AsyncGenerator<ServiceContext, void> {
    for (const document of documents.all())
      while (documents.get(document.uri) === document) {
        const context = await this.context(document);
        if (context === 'cancelled') continue;
        if (context) yield context;
        break;
      }
  }

  private ready(): Analyses {
    if (!this.analyses) throw new Error('The server was used before it was initialised.');
    return this.analyses;
  }

  private makeEnvironment({ tokenizer, model }: Engine): Environment {
    const { language, taxonomy: own } = this.settings;
    const builtin = builtinTaxonomy();
    this.translator = createTranslator(language, builtin);
    if (!own) {
      this.events.onTaxonomy([]);
      return createEnvironment(builtin, tokenizer, model);
    }
    const { value, problems } = loadTaxonomy([{ name: own.file, text: own.text }], builtin);
    this.events.onTaxonomy(
      problems.map(({ file, line, message }) => ({
        file,
        line,
        message: this.translator.message(message),
      })),
    );
    const taxonomy = value ?? builtin;
    this.translator = createTranslator(language, taxonomy);
    return createEnvironment(taxonomy, tokenizer, model);
  }
}
