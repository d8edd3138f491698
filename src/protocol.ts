/**
 * Every request and notification beyond LSP, in one place. Positions are LSP's (UTF-16); offsets where named so
 * are UTF-16 code units. The server opens no user file: texts come from the client.
 */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { ReportTaxonomy } from './core/coverage/corpus';
import type { EngineData } from './core/engineData';
import type { CompactResult } from './core/report/compact';
import type { DocumentResult } from './core/report/contract';
import type { DocumentSource } from './core/report/documentResult';
import type { CategoryKind, ProblemLink } from './core/taxonomy/model';
import type { ClosureStatus } from './core/coverage/model';
import type { RemedyStatus } from './core/coverage/status';
import type { Sidecar, Suppression, SuppressionScope } from './core/suppress/model';

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** Only the web client sends them, the Node server reads its neighbour files. */
  readonly data?: EngineData;
  readonly settings: ServerSettings;
  /** True from our own extension: it has our commands, listens to our notifications and keeps the settings. */
  readonly isExtension?: boolean;
}

/** The values that settings may have, by their names in the manifest. */
export const settingValues = {
  enable: ['auto', 'always', 'never'],
  preset: ['quiet', 'draft', 'review'],
  hintText: ['name', 'nameAndCode', 'code'],
} as const;

type ValueOf<Name extends keyof typeof settingValues> = (typeof settingValues)[Name][number];

/** What the server needs of the settings; sent again with `policyLens/didChangeSettings`. */
export interface ServerSettings {
  readonly language: 'zh-CN' | 'en';
  /** `auto`: judged by content. Language `zh-policy` is always analysed unless `never`. */
  readonly enable: ValueOf<'enable'>;
  readonly preset: ValueOf<'preset'>;
  /** What a hint calls a category; by its name where this is left out. */
  readonly hintText?: ValueOf<'hintText'>;
  /** Whether there are lines above headings; there are where this is left out. */
  readonly codeLens?: boolean;
  /** Rule id → severity; explicit values, above the preset. */
  readonly rules: Readonly<Record<string, string>>;
  /** A user taxonomy: file name and text, read by the client in trusted workspaces only. */
  readonly taxonomy: { readonly file: string; readonly text: string } | null;
  /**
   * URIs of open documents that count as policy text whatever they hold, because `policyLens.include` or the user
   * says so. The client matches the patterns; it tells of one that is opened later by itself ({@link DidInclude}).
   */
  readonly included?: readonly string[];
  /** Workspace folders whose resource settings differ; the longest `uri` that begins a document's URI counts. */
  readonly folders?: readonly FolderSettings[];
}

/** The settings that each workspace folder may have otherwise: those whose scope in the manifest is `resource`. */
export const folderSettingNames = ['enable', 'preset', 'codeLens', 'rules'] as const;

/** What holds for one document or folder. */
export type ResourceSettings = Required<Pick<ServerSettings, (typeof folderSettingNames)[number]>>;

/** Settings as either side keeps them. */
interface KeptSettings extends Omit<ServerSettings, 'included'> {
  readonly included?: Iterable<string>;
}

/**
 * The documents (URIs) that a change of the settings is about, where it is about some only: those that count as policy
 * text now and did not, or the other way round. Undefined where it may be about all.
 */
export function documentsConcerned(before: KeptSettings, now: KeptSettings): ReadonlySet<string> | undefined {
  const others = (settings: KeptSettings): string => JSON.stringify({ ...settings, included: [] });
  if (others(before) !== others(now)) return undefined;
  const [then, since] = [new Set(before.included), new Set(now.included)];
  return new Set([...then, ...since].filter((uri) => then.has(uri) !== since.has(uri)));
}

/** What one workspace folder has otherwise; what is absent is as in {@link ServerSettings}. */
export interface FolderSettings extends Partial<ResourceSettings> {
  /** The folder's URI. */
  readonly uri: string;
}

/** One tag as views show it. */
export interface Occurrence {
  readonly id: string;
  readonly category: string;
  readonly range: Range;
  /** The sentence as it reads, without marks of Markdown. */
  readonly quote: string;
  readonly section: string;
  readonly score: number;
}

/** Why a missing category matters, in the user's language. */
export interface MissingItem {
  readonly category: string;
  readonly name: string;
  readonly why: string;
  /** `thin`: only a heading, a sentence with a blank to be filled in, or one weak sentence. */
  readonly status: 'missing' | 'thin';
  /** Stated problems of this document that the category would answer. */
  readonly answers: readonly {
    readonly category: string;
    readonly name: string;
    readonly primary: boolean;
  }[];
  /** The nearest thing found: a sentence just below the threshold. */
  readonly nearest: Occurrence | null;
  /** Set where the user said that the category does not apply. */
  readonly notApplicable: string | null;
}

export interface CoveredItem {
  readonly category: string;
  readonly kind: CategoryKind;
  readonly name: string;
  /** Highest score, 0–1. */
  readonly strength: number;
  readonly occurrences: readonly Occurrence[];
}

export interface ProblemItem {
  readonly category: string;
  readonly name: string;
  readonly status: ClosureStatus;
  readonly occurrences: readonly Occurrence[];
  readonly remedies: readonly {
    readonly category: string;
    readonly name: string;
    readonly primary: boolean;
    readonly status: RemedyStatus;
  }[];
}

/** All the side panel shows of one document. */
export interface Overview {
  readonly uri: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly isPolicyText: boolean;
  /** The text has hardly begun: what it lacks is not worth a list yet. */
  readonly isBlank: boolean;
  /** Share of the text that was looked at, and its length, in UTF-16 units. */
  readonly checked: { readonly characters: number; readonly total: number; readonly density: number };
  readonly remedies: { readonly covered: number; readonly thin: number; readonly missing: number };
  readonly missing: readonly MissingItem[];
  readonly covered: readonly CoveredItem[];
  readonly problems: readonly ProblemItem[];
  /** Covered remedies that answer no stated problem. */
  readonly orphans: readonly string[];
  readonly suppressed: readonly SuppressedItem[];
}

export interface SuppressedItem {
  readonly id: string;
  readonly label: string;
  readonly reason: string;
  readonly range: Range | null;
  /** True where the anchor was not found again: kept and shown, never lost. */
  readonly orphan: boolean;
  /** Where it is written: `text` is undone with {@link UnsuppressRequest}, `sidecar` by taking the entry out. */
  readonly where: 'text' | 'sidecar';
  /** "Should be …": the code of the category put in place; null for a plain suppression. */
  readonly replacement: string | null;
}

export type HighlightKind = 'problem' | 'pathway' | 'safeguard' | 'actor' | 'instrument';

export interface Highlight {
  readonly kind: HighlightKind;
  readonly category: string;
  readonly range: Range;
}

/** What the editor shows of a document, both of one analysis. */
export interface DocumentView {
  readonly overview: Overview;
  readonly highlights: readonly Highlight[];
}

/** A category as menus show it. */
export interface CategoryInfo {
  readonly code: string;
  readonly kind: CategoryKind;
  readonly parent: string | null;
  readonly isLeaf: boolean;
  readonly name: string;
  /** Its name in the other of the two languages. */
  readonly otherName: string;
  /** The pinyin of its Chinese name, without tones, in small letters; what is no Chinese stands for itself. */
  readonly syllables: readonly string[];
  readonly definition: string;
  /** Where it is from, in words; empty where nobody said. */
  readonly source: string;
  readonly supplement: boolean;
  /** Why a missing remedy matters; empty for what is no remedy. */
  readonly why: string;
  /** A sentence that counts. */
  readonly model: string;
  /** The draft paragraphs, as they read before anything is filled in; the position is `form` of {@link DraftRequest}. */
  readonly forms: readonly { readonly title: string; readonly text: string }[];
  readonly boundaries: readonly { readonly with: string; readonly rule: string }[];
  readonly indicators: readonly {
    readonly label: string;
    readonly instrument: boolean;
    readonly phrases: readonly string[];
  }[];
}

export interface TaxonomyResult {
  readonly id: string;
  /** Id of the taxonomy it extends, null for one that stands by itself. */
  readonly base: string | null;
  readonly version: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly categories: readonly CategoryInfo[];
  readonly links: readonly ProblemLink[];
}

/** What reports need of the taxonomy; the client adds the map by code. */
export type ReportTaxonomyResult = Omit<ReportTaxonomy, 'byCode'> & { readonly fingerprint: string };

/** Where a draft paragraph for a missing remedy goes, and its text. */
export interface DraftResult {
  readonly range: Range;
  /** VS Code snippet syntax. */
  readonly snippet: string;
  readonly title: string;
}

export interface TextToAnalyze {
  /** Shown in results; a path or URI. */
  readonly path: string;
  readonly text: string;
  readonly format: 'markdown' | 'plain';
  readonly encoding: string;
  readonly sha256: string;
  /** The file's URI where it has one: find all references and workspace symbols then reach the file, too. */
  readonly uri?: string;
  readonly sidecar?: Sidecar | null;
  /** True where the user said that this is policy text: {@link ServerSettings.included} has only open documents. */
  readonly isIncluded?: boolean;
}

/** Where a highlighted or selected text gets its tags from, or why it has none; Markdown. */
export interface ExplainResult {
  readonly markdown: string;
  readonly range: Range | null;
}

/** Null where the product is silent, as in all that is asked about a document. */
export const DocumentViewRequest = new RequestType<{ uri: string }, DocumentView | null, void>(
  'policyLens/documentView',
);
export const ExplainRequest = new RequestType<
  { uri: string; range: Range; category?: string },
  ExplainResult | null,
  void
>('policyLens/explain');
/** Results come without what their texts say: whoever sent the texts makes them whole with `expand`. */
export const AnalyzeTextsRequest = new RequestType<
  { readonly texts: readonly TextToAnalyze[] },
  { documents: readonly CompactResult[] },
  void
>('policyLens/analyzeTexts');
/** An open document as reports take it, without evidence, from the analysis that the panel shows; null where it is silent. */
export const DocumentResultRequest = new RequestType<
  { readonly uri: string; readonly source: DocumentSource },
  DocumentResult | null,
  void
>('policyLens/documentResult');
/** The taxonomy as reports take it, in both languages. */
export const ReportTaxonomyRequest = new RequestType0<ReportTaxonomyResult, void>(
  'policyLens/reportTaxonomy',
);
export const DraftRequest = new RequestType<
  { uri: string; category: string; form?: number },
  DraftResult | null,
  void
>('policyLens/draft');
/** Edits that number all headings of a document in sequence; none where they are. */
export const RenumberRequest = new RequestType<{ uri: string }, TextEdit[] | null, void>(
  'policyLens/renumber',
);
/** What to suppress, or to put another category in place of. */
export interface SuppressParams {
  readonly uri: string;
  /** Id of an annotation of the document's current version; or … */
  readonly annotation?: string;
  /** … id of a rule, with the range of its diagnostic. */
  readonly rule?: string;
  readonly range?: Range;
  readonly scope: SuppressionScope;
  readonly reason: string;
  /** "Should be …": the category's code. With `range` and no `annotation`, the tag is added. */
  readonly replacement?: string;
  /** `text`: a comment in the Markdown source; plain text has none, so `sidecar` is used there. */
  readonly where: 'text' | 'sidecar';
}

/** Exactly one of both is filled: an entry for the client to store in the sidecar, or edits of the text. */
export interface SuppressResult {
  readonly entry: Suppression | null;
  readonly edits: readonly TextEdit[];
}

export const SuppressRequest = new RequestType<SuppressParams, SuppressResult | null, void>(
  'policyLens/suppress',
);
/** Edits that take a suppression's comment (or its part of it) out of the text; null for an unknown id. */
export const UnsuppressRequest = new RequestType<{ uri: string; id: string }, TextEdit[] | null, void>(
  'policyLens/unsuppress',
);
/** The sidecar of an open document, sent after it was opened, changed or undone; null where it has none. */
export const DidChangeSidecar = new NotificationType<{ uri: string; sidecar: Sidecar | null }>(
  'policyLens/didChangeSidecar',
);
export const TaxonomyRequest = new RequestType0<TaxonomyResult, void>('policyLens/taxonomy');

/** An analysis is ready; views ask for what they show. */
export const DidAnalyze = new NotificationType<{ uri: string; version: number }>('policyLens/didAnalyze');
/** A line of the user's taxonomy that is wrong. */
export interface TaxonomyFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The taxonomy was put together anew; what is wrong with the user's, nothing where all is well or it has none. */
export const DidReadTaxonomy = new NotificationType<{ problems: readonly TaxonomyFault[] }>(
  'policyLens/didReadTaxonomy',
);
export const DidChangeSettings = new NotificationType<ServerSettings>('policyLens/didChangeSettings');
/**
 * A document that is about to be opened counts as policy text, as if {@link ServerSettings.included} named it, too: with
 * a pattern, thousands may be opened at once.
 */
export const DidInclude = new NotificationType<{ uri: string }>('policyLens/didInclude');
