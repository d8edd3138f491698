import type { DiagnosticResult, DocumentResult } from '../contract';
import { fingerprintOf } from '../../match/hash';
import { rules } from '../../rules';
import type { ReportInput } from '../input';
import { uriOf } from './names';
import { Lines } from './positions';

/** SARIF has no “information” and no “hint”. */
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * Gaps as SARIF 2.1.0 results, the taxonomy as a SARIF taxonomy, files that were not read as notifications.
 * Columns and offsets are UTF-16 code units; lines need the texts.
 */
export function sarifOf({ output, taxonomy, words, texts, leftOut }: ReportInput): object {
  const ruleIds = [
    ...new Set([
      ...rules.map(({ id }) => id),
      ...output.documents.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)),
    ]),
  ].sort();
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const ruleIndex = new Map(ruleIds.map((id, index) => [id, index]));
  const taxonIndex = new Map(taxonomy.categories.map(({ code }, index) => [code, index]));
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: output.tool.name,
            version: output.tool.version,
            language: words.language,
            rules: ruleIds.map((id) => {
              const rule = ruleById.get(id);
              return rule
                ? {
                    id,
                    name: rule.name,
                    shortDescription: { text: words.name(rule.title) },
                    fullDescription: { text: words.name(rule.why) },
                    help: { text: words.name(rule.why) },
                    defaultConfiguration:
                      rule.defaultSeverity === 'off'
                        ? { enabled: false }
                        : { level: levels[rule.defaultSeverity] },
                  }
                : { id };
            }),
            supportedTaxonomies: [{ name: taxonomy.id, index: 0 }],
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful:
              leftOut === undefined || output.skipped.every(({ path }) => leftOut.has(path)),
            toolExecutionNotifications: output.skipped.map(({ path, reason }) => ({
              level: leftOut === undefined ? 'warning' : leftOut.has(path) ? 'note' : 'error',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        taxonomies: [
          {
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
          },
        ],
        artifacts: output.documents.map((document) => ({
          location: { uri: uriOf(document.path) },
          // The contract's length is in code units; SARIF's is in bytes and therefore left out.
          encoding: document.encoding,
          hashes: { 'sha-256': document.sha256 },
          properties: { title: document.title, utf16Length: document.length },
        })),
        results: output.documents.flatMap((document, index) => {
          const text = texts?.get(document.path);
          const lines = text === undefined ? null : new Lines(text);
          return document.diagnostics.map((diagnostic) => ({
            ruleId: diagnostic.rule,
            ruleIndex: ruleIndex.get(diagnostic.rule) ?? -1,
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
              .filter((code) => taxonIndex.has(code))
              .map((code) => ({
                id: code,
                index: taxonIndex.get(code),
                toolComponent: { name: taxonomy.id, index: 0 },
              })),
          }));
        }),
        properties: {
          taxonomy: output.taxonomy,
          offsetUnit: output.offsetUnit,
          schemaVersion: output.schemaVersion,
        },
      },
    ],
  };
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
