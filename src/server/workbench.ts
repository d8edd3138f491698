import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeInSlices, createEnvironment, createEvidenceCache } from '../core/analyze';
import type { EngineData } from '../core/engineData';
import { builtinModel } from '../core/match/scoring/learned';
import type { Model } from '../core/match/scoring/modelFile';
import type { Analysis, Environment } from '../core/model';
import type { DocumentResult } from '../core/report/contract';
import { documentResult } from '../core/report/documentResult';
import type { RuleLevel } from '../core/rules/model';
import { readSidecar } from '../core/suppress/readSidecar';
import { builtinTaxonomy } from '../core/taxonomy/builtin';
import { loadTaxonomy } from '../core/taxonomy/load';
import type { Taxonomy } from '../core/taxonomy/model';
import { createJiebaTokenizer } from '../core/tokenize/jieba';
import type { Tokenizer } from '../core/tokenize/tokenizer';
import { createTranslator, type Translator } from '../l10n/translator';
import {
  documentsConcerned,
  type InitializationOptions,
  type TaxonomyFault,
  type TextToAnalyze,
} from '../protocol';
import type { EditorSupport, ServiceContext, Words } from '../service/context';
import { tagsOf, type Tag } from '../service/tags';
import { Analyses, limits } from './analyses';
import { TagIndex } from './tagIndex';
import { defaultSettings, isForced, settingsFrom, settingsFor, severityOf, type Settings } from './settings';
import { turns, type Clock, type GoOn } from './turns';

/** Tags of files that are looked at before it is time to ask whether to go on. */
const tagsAtOnce = 500;

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

/** What other settings change. */
interface SettingsChange {
  readonly isOtherTaxonomy: boolean;
  readonly about: ReadonlySet<string> | undefined;
}

/** The documents that are open at the time. */
interface OpenDocuments {
  all(): readonly TextDocument[];
  get(uri: string): TextDocument | undefined;
}

/** Holds what outlives a request: environment, settings and the analyses of the open documents. */
export class Workbench {
  /** Tags of files that are not open. */
  readonly index = new TagIndex();
  /** What is wrong with the user's taxonomy; nothing where all is well or there is none. */
  taxonomyFaults: readonly TaxonomyFault[] = [];
  private readonly analyses: Analyses;
  private settings: Settings = defaultSettings;
  private engine: Engine | null = null;
  private editor: EditorSupport = {
    commands: false,
    snippets: false,
    plain: { hover: false, documentation: false },
  };

  constructor(
    private readonly host: ServerHost,
    onReady: (document: TextDocument, analysis: Analysis) => void,
  ) {
    this.analyses = new Analyses(host.clock, onReady, createEvidenceCache);
  }

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
    this.analyses.setEnvironment(this.makeEnvironment(this.engine));
  }

  get environment(): Environment {
    return this.analyses.environment;
  }

  get taxonomy(): Taxonomy {
    return this.environment.taxonomy;
  }

  get translator(): Translator {
    return createTranslator(this.settings.language, this.taxonomy);
  }

  /**
   * Takes settings over; what was analysed stays valid unless the taxonomy changed.
   *
   * @returns whether the taxonomy was put together anew, and which documents the change is about
   * ({@link documentsConcerned}).
   */
  configure(value: unknown, locale?: string): SettingsChange {
    const before = this.settings;
    this.settings = settingsFrom(value, locale);
    const about = documentsConcerned(before, this.settings);
    const sameTaxonomy = JSON.stringify(before.taxonomy) === JSON.stringify(this.settings.taxonomy);
    if (!this.engine || sameTaxonomy) return { isOtherTaxonomy: false, about };
    this.analyses.setEnvironment(this.makeEnvironment(this.engine));
    this.index.clear();
    return { isOtherTaxonomy: true, about };
  }

  /** A document counts as policy text whatever it holds, until the settings are told anew. */
  include(uri: string): void {
    this.settings = { ...this.settings, included: new Set(this.settings.included).add(uri) };
  }

  /** True where it says something new. */
  setSidecar(uri: string, sidecar: unknown): boolean {
    return this.analyses.setSidecar(uri, readSidecar(sidecar));
  }

  /** Whether anything can have been answered about an open document yet. */
  hasAnswered(uri: string): boolean {
    return this.analyses.has(uri);
  }

  close(uri: string): void {
    this.analyses.close(uri);
  }

  /** Null where the product stays silent; `cancelled` where the analysis was dropped. */
  async context(document: TextDocument): Promise<ServiceContext | null | 'cancelled'> {
    const analysis = await this.analyses.get(document);
    return analysis ? this.contextFor(document, analysis) : 'cancelled';
  }

  /** What features read, for an analysis that is there already; null where the product stays silent. */
  contextFor(textDocument: TextDocument, analysis: Analysis): ServiceContext | null {
    const settings = settingsFor(this.settings, textDocument.uri);
    const isMeant = isForced(settings, textDocument);
    if (settings.enable === 'never' || !(isMeant || analysis.checked.isPolicyText)) return null;
    return {
      textDocument,
      analysis,
      ...this.words,
      isForced: isMeant,
      preset: settings.preset,
      codeLens: settings.codeLens,
      hintText: this.settings.hintText,
      editor: this.editor,
      severity: (rule) => severityOf(settings, rule),
    };
  }

  /** Taxonomy and language. */
  get words(): Words {
    return { taxonomy: this.taxonomy, translator: this.translator };
  }

  /**
   * All problems and remedies that are known, in lots: of the open documents, then of the files analysed before.
   *
   * @param besides An open document whose tags are at hand already.
   * @throws as {@link turns} has it.
   */
  async *tags(documents: OpenDocuments, goOn: GoOn, besides?: string): AsyncGenerator<readonly Tag[], void> {
    for await (const context of this.openContexts(documents, besides)) {
      yield tagsOf(context);
      await goOn();
    }
    let lot: Tag[] = [];
    for (const tag of this.index.without(documents.all())) {
      if (lot.push(tag) < tagsAtOnce) continue;
      yield lot;
      lot = [];
      await goOn();
    }
    yield lot;
  }

  /** Gives long work its turns. */
  turns(token: CancellationToken): GoOn {
    return turns(this.host.clock, token);
  }

  /**
   * Analyses a text that is not open.
   *
   * @throws as {@link turns} has it.
   */
  async analyzeText(text: TextToAnalyze, goOn: GoOn): Promise<DocumentResult> {
    const { environment, translator } = this;
    const configured = settingsFor(this.settings, text.uri ?? text.path);
    const settings = { ...configured, isIncluded: configured.isIncluded || text.isIncluded === true };
    const severity = (id: string): RuleLevel => severityOf(settings, id);
    const slices = analyzeInSlices(text.text, text.format, environment, null, {
      sidecar: readSidecar(text.sidecar),
      limit: limits[text.format],
      lazyEvidence: true,
      wantsRule: (id) => severity(id) !== 'off',
    });
    await goOn();
    let step = slices.next();
    for (; !step.done; step = slices.next()) await goOn();
    const { taxonomy } = environment;
    const source = { ...text, isForced: isForced(settings) };
    const result = documentResult(step.value, taxonomy, source, severity, translator.message, false);
    // With another taxonomy by now, its tags would be found under codes that are no more.
    if (this.environment === environment) this.index.add(text, result);
    return result;
  }

  /**
   * The open documents about which the product is not silent. One that changes is waited for; one that is closed while
   * those before it are looked at is left out: its analysis would be kept, and taken for that of the same version when
   * it is opened again.
   */
  private async *openContexts(
    documents: OpenDocuments,
    besides: string | undefined,
  ): AsyncGenerator<ServiceContext, void> {
    for (const document of documents.all().filter(({ uri }) => uri !== besides))
      while (documents.get(document.uri) === document) {
        const context = await this.context(document);
        if (context === 'cancelled') continue;
        if (context) yield context;
        break;
      }
  }

  private makeEnvironment({ tokenizer, model }: Engine): Environment {
    const { language, taxonomy: own } = this.settings;
    const builtin = builtinTaxonomy();
    const words = createTranslator(language, builtin);
    const { value, problems } = own
      ? loadTaxonomy([{ name: own.file, text: own.text }], builtin)
      : { value: builtin, problems: [] };
    this.taxonomyFaults = problems.map(({ file, line, message }) => ({
      file,
      line,
      message: words.message(message),
    }));
    return createEnvironment(value ?? builtin, tokenizer, model);
  }
}
