import { compile, type Compiled } from '../../src/core/match/compiled';
import { gatherEvidence } from '../../src/core/match/gather';
import { FeatureTable } from '../../src/core/match/featureTable';
import { parseDocument } from '../../src/core/text/parseDocument';
import type { Environment } from '../../src/core/model';
import type { CodedDocument } from './corpus';

/** A unit as the learner sees it. */
export interface Unit {
  /** Numbers of its features; each has the value 1. */
  readonly features: Int32Array;
  readonly codes: readonly string[];
  /** Unit of the nearest heading within the document, -1 for none; units of the same section share it. */
  readonly heading: number;
  readonly isHeading: boolean;
}

export interface FeatureDocument {
  readonly name: string;
  readonly isOwn: boolean;
  readonly units: readonly Unit[];
}

/** Runs the product's own extractor over coded documents, numbering every feature it meets. */
export function extractFeatures(
  environment: Environment,
  documents: readonly CodedDocument[],
): { names: readonly string[]; documents: FeatureDocument[] } {
  const table = new FeatureTable([], true);
  const compiled = compile(environment, null, table);
  return { names: table.names, documents: documents.map((document) => extractOne(environment, compiled, document)) };
}

function extractOne(environment: Environment, compiled: Compiled, coded: CodedDocument): FeatureDocument {
  const document = parseDocument(coded.text, 'plain');
  if (document.sentences.length !== coded.codes.length)
    throw new Error(`${coded.name}: ${document.sentences.length} units parsed, ${coded.codes.length} coded`);
  const slices = gatherEvidence(document, environment.tokenizer, compiled.extractor, null);
  let step = slices.next();
  while (!step.done) step = slices.next();
  const evidence = step.value;
  const context = compiled.context.of(document, evidence);
  const units = evidence.map((sentence, index): Unit => {
    const place = document.sentences[index];
    const section = place?.section ?? 0;
    const features: number[] = [];
    for (let i = 0; i < sentence.features.length; i += 3) features.push(sentence.features[i] ?? -1);
    compiled.context.addSentence(document, context, index, sentence, features);
    const heading = document.sections[section]?.heading ?? -1;
    // A heading does not inherit from itself but from the heading above.
    const above = place?.isHeading ? (document.sections[section]?.parent ?? 0) : section;
    features.push(...context.document, ...(context.sections[above] ?? []));
    return {
      features: Int32Array.from(new Set(features)),
      codes: coded.codes[index] ?? [],
      heading: place?.isHeading ? (document.sections[above]?.heading ?? -1) : heading,
      isHeading: place?.isHeading ?? false,
    };
  });
  return { name: coded.name, isOwn: coded.isOwn, units };
}
