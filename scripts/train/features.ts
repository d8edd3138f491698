import { compile, type Compiled } from '../../src/core/match/compiled';
import { gatherEvidence } from '../../src/core/match/gather';
import { FeatureTable } from '../../src/core/match/featureTable';
import { Subject } from '../../src/core/match/subject';
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
  readonly retells: string | null;
  readonly subject: Subject;
  readonly units: readonly Unit[];
}

/** Runs the product's own extractor over coded documents, numbering every feature it meets. */
export function extractFeatures(
  environment: Environment,
  documents: readonly CodedDocument[],
): { names: readonly string[]; documents: FeatureDocument[] } {
  const table = new FeatureTable([], true);
  const compiled = compile(environment, table);
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
    compiled.context.addNeighbours(parsed, index, evidence, features);
    features.push(...context.document, ...compiled.context.inherited(parsed, context, index));
    return { features: Int32Array.from(new Set(features)), codes: coded.codes[index] ?? [] };
  });
  const subject = new Subject(parsed, evidence);
  return { name: coded.name, isOwn: coded.isOwn, retells: coded.retells, subject, units };
}
