import { compile, type Compiled } from '../../src/core/match/scoring/compiled';
import { neighboursOf } from '../../src/core/match/scoring/context';
import { gatherEvidence } from '../../src/core/match/evidence/gather';
import { FeatureTable, lexicalKinds, wordKind } from '../../src/core/match/evidence/featureTable';
import { Subject } from '../../src/core/match/scoring/subject';
import { parseDocument } from '../../src/core/text/parseDocument';
import { drain } from '../../src/core/slices';
import type { Environment } from '../../src/core/model';
import type { CodedDocument } from './corpus';

/** A unit as the learner sees it. */
export interface Unit {
  /** Numbers of its features; each has the value 1. */
  readonly features: Int32Array;
  readonly codes: readonly string[];
}

export interface FeatureDocument {
  readonly name: string;
  readonly isOwn: boolean;
  readonly subject: Subject;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  readonly units: readonly Unit[];
}

/** Features of coded documents by number. */
export interface Extracted {
  readonly names: readonly string[];
  readonly documents: readonly FeatureDocument[];
}

/**
 * Runs the product's own extractor over coded documents, numbering every feature it meets: once to find the words that
 * the model will know, and again with the others taken apart where they are compounds of such words.
 *
 * @param choose Names of the features that a model of these documents keeps.
 */
export function extractFeatures(
  environment: Environment,
  documents: readonly CodedDocument[],
  choose: (extracted: Extracted) => readonly string[],
): Extracted {
  const prefix = `${lexicalKinds[wordKind]}:`;
  const kept = choose(extractWith(environment, documents, null));
  const vocabulary = new Set(
    kept.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
  );
  return extractWith(environment, documents, vocabulary);
}

function extractWith(
  environment: Environment,
  documents: readonly CodedDocument[],
  vocabulary: ReadonlySet<string> | null,
): Extracted {
  const table = new FeatureTable([], true);
  const compiled = compile(environment, { table, vocabulary });
  return {
    names: table.names,
    documents: documents.map((document) => extractOne(environment, compiled, document)),
  };
}

function extractOne(environment: Environment, compiled: Compiled, coded: CodedDocument): FeatureDocument {
  const parsed = parseDocument(coded.text, 'plain');
  if (parsed.sentences.length !== coded.codes.length)
    throw new Error(`${coded.name}: ${parsed.sentences.length} units parsed, ${coded.codes.length} coded`);
  const evidence = drain(gatherEvidence(parsed, environment.tokenizer, compiled.extractor, null));
  const context = compiled.context.of(parsed, evidence);
  const units = evidence.map((sentence, index): Unit => {
    const features: number[] = [];
    for (let i = 0; i < sentence.features.length; i += 3) features.push(sentence.features[i] ?? -1);
    compiled.context.addSentence(parsed, context, index, sentence, features);
    compiled.context.addNeighbours(neighboursOf(parsed, index, evidence), features);
    features.push(...context.document, ...compiled.context.inherited(parsed, context, index));
    return { features: Int32Array.from(new Set(features)), codes: coded.codes[index] ?? [] };
  });
  const subject = new Subject(parsed, evidence);
  return {
    name: coded.name,
    isOwn: coded.isOwn,
    subject,
    length: coded.text.length,
    units,
  };
}
