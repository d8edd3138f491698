import type { DiagnosticResult, DocumentResult } from '../contract';
import { fingerprintOf } from '../../fingerprint';
import { ruleOf, rules } from '../../rules';
import type { ReportInput } from '../input';
import { uriOf } from './names';
import { noticesOf } from '../notices';
import { render } from '../words';
import { Lines } from '../../text/lines';

/** SARIF has no “information” and no “hint”. */
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The positions by which SARIF refers from results to rules and categories. */
interface Positions {
  readonly rules: ReadonlyMap<string, number>;
  readonly taxa: ReadonlyMap<string, number>;
}

/**
 * Gaps as SARIF 2.1.0 results, the taxonomy as a SARIF taxonomy, files that were not read as notifications.
 * Columns and offsets are UTF-16 code units; lines need the texts.
 */
export function sarifOf(input: ReportInput): object {
  const { output, taxonomy } = input;
  const ruleIds = ruleIdsOf(input);
  const positions: Positions = {
    rules: new Map(ruleIds.map((id, index) => [id, index])),
    taxa: new Map(taxonomy.categories.map(({ code }, index) => [code, index])),
  };
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(input, ruleIds) },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(input)],
        taxonomies: [taxonomyOf(input)],
        artifacts: output.documents.map(artifactOf),
        results: output.documents.flatMap((document, index) => resultsOf(input, document, index, positions)),
        properties: {
          taxonomy: output.taxonomy,
          offsetUnit: output.offsetUnit,
          schemaVersion: output.schemaVersion,
        },
      },
    ],
  };
}

/** All our rules, and those of findings that another version made. */
function ruleIdsOf({ output }: ReportInput): string[] {
  const found = output.documents.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
  return [...new Set([...rules.map(({ id }) => id), ...found])].sort();
}

function driverOf({ output, taxonomy, words }: ReportInput, ruleIds: readonly string[]): object {
  return {
    name: output.tool.name,
    version: output.tool.version,
    language: words.language,
    rules: ruleIds.map((id) => descriptorOf(id, words)),
    supportedTaxonomies: [{ name: taxonomy.id, index: 0 }],
  };
}

function descriptorOf(id: string, words: ReportInput['words']): object {
  const rule = ruleOf(id);
  if (!rule) return { id };
  const { name, title, why, defaultSeverity } = rule;
  return {
    id,
    name,
    shortDescription: { text: words.name(title) },
    fullDescription: { text: words.name(why) },
    help: { text: words.name(why) },
    defaultConfiguration: defaultSeverity === 'off' ? { enabled: false } : { level: levels[defaultSeverity] },
  };
}

function invocationOf(input: ReportInput): object {
  const { output, leftOut, words } = input;
  return {
    executionSuccessful: leftOut === undefined || output.skipped.every(({ path }) => leftOut.has(path)),
    toolExecutionNotifications: [
      ...noticesOf(input).map((notice) => ({ level: 'warning', message: { text: render(words, notice) } })),
      ...output.skipped.map(({ path, reason }) => ({
        level: leftOut === undefined ? 'warning' : leftOut.has(path) ? 'note' : 'error',
        message: { text: `${path}: ${reason}` },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
      })),
    ],
  };
}

function taxonomyOf({ output, taxonomy, words }: ReportInput): object {
  return {
    name: taxonomy.id,
    version: output.taxonomy.version,
    fullDescription: { text: taxonomy.reference || taxonomy.id },
    isComprehensive: true,
    taxa: taxonomy.categories.map(({ code, name, definition }) => ({
      id: code,
      name: words.name(name),
      shortDescription: { text: words.name(definition) || words.name(name) },
    })),
    properties: { fingerprint: output.taxonomy.fingerprint },
  };
}

function artifactOf({ path, encoding, sha256, title, length }: DocumentResult): object {
  return {
    location: { uri: uriOf(path) },
    // The contract's length is in code units; SARIF's is in bytes and therefore left out.
    encoding,
    hashes: { 'sha-256': sha256 },
    properties: { title, utf16Length: length },
  };
}

function resultsOf(
  { taxonomy, texts }: ReportInput,
  document: DocumentResult,
  index: number,
  positions: Positions,
): object[] {
  const text = texts?.get(document.path);
  const lines = text === undefined ? null : new Lines(text);
  return document.diagnostics.map((diagnostic) => ({
    ruleId: diagnostic.rule,
    ruleIndex: positions.rules.get(diagnostic.rule) ?? -1,
    level: levels[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(document.path), index },
          region: regionOf(diagnostic, lines),
        },
      },
    ],
    partialFingerprints: { 'policyLens/v1': fingerprintFor(document, diagnostic) },
    taxa: diagnostic.categories
      .filter((code) => positions.taxa.has(code))
      .map((code) => ({
        id: code,
        index: positions.taxa.get(code),
        toolComponent: { name: taxonomy.id, index: 0 },
      })),
  }));
}

function regionOf({ start, end, quote }: DiagnosticResult, lines: Lines | null): object {
  const offsets = { charOffset: start, charLength: end - start };
  const snippet = quote === '' ? {} : { snippet: { text: quote } };
  if (!lines) return { ...offsets, ...snippet };
  const from = lines.at(start);
  const to = lines.at(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    ...offsets,
    ...snippet,
  };
}

/** Stays the same when text is added above, so that a baseline keeps its matches. */
function fingerprintFor({ path }: DocumentResult, { rule, quote, categories }: DiagnosticResult): string {
  return fingerprintOf([path, rule, quote, ...categories]);
}
