import { wholeFrom } from '../../text/clip';
import type { ReportInput } from '../input';
import { noticeWords } from '../notices';
import { guidOf, uriOf } from './names';
import { longJson } from './longJson';
import type { Pieces } from '../pieces';
import { categoryName } from '../words';
import { CodePoints } from './positions';

/** Characters of context on each side of a quote. */
const context = 32;

/**
 * W3C Web Annotations (JSON-LD): one annotation a tag, with quote and context, and with the position in code points
 * as the recommendation counts them (needs the texts).
 */
export function webAnnotationsOf(input: ReportInput): Pieces {
  const { output } = input;
  const { id, version, fingerprint } = output.taxonomy;
  const generator = {
    id: `urn:${output.tool.name}:${output.tool.version}`,
    type: 'Software',
    name: `${output.tool.name} ${output.tool.version}`,
  };
  const label = `${output.tool.name}: taxonomy ${id} ${version} (${fingerprint})`;
  const notices = noticeWords(input);
  const frame = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${guidOf('collection', fingerprint, ...output.documents.map(({ sha256 }) => sha256))}`,
    type: 'AnnotationCollection',
    label,
    // The context knows the prefix, and no word of its own for it.
    ...(notices.length > 0 ? { 'rdfs:comment': notices } : {}),
    generator,
    total: output.documents.reduce((sum, { annotations }) => sum + annotations.length, 0),
    first: {
      id: `urn:uuid:${guidOf('page', fingerprint, ...output.documents.map(({ sha256 }) => sha256))}`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: [],
    },
  };
  return longJson(frame, 'items', () => annotationsOf(input, generator));
}

function* annotationsOf(
  { output, taxonomy, words, texts }: ReportInput,
  generator: object,
): Generator<object> {
  const { id, version, fingerprint } = output.taxonomy;
  for (const document of output.documents) {
    const text = texts?.get(document.path);
    const points = text === undefined ? null : new CodePoints(text);
    for (const annotation of document.annotations) {
      const { start, end, category, quote, stance, score, section } = annotation;
      const quoteSelector = {
        type: 'TextQuoteSelector',
        exact: quote,
        ...(text === undefined
          ? {}
          : {
              prefix: text.slice(wholeFrom(text, Math.max(0, start - context)), start).toWellFormed(),
              suffix: text.slice(end, wholeFrom(text, end + context)).toWellFormed(),
            }),
      };
      yield {
        id: `urn:uuid:${guidOf(document.path, document.sha256, annotation.id)}`,
        type: 'Annotation',
        motivation: 'classifying',
        generator,
        body: [
          {
            type: 'TextualBody',
            purpose: 'tagging',
            value: categoryName(words, { taxonomy }, category),
            language: words.language,
            format: 'text/plain',
          },
          {
            type: 'SpecificResource',
            purpose: 'classifying',
            source: `urn:${id}:${version}:${fingerprint}#${category}`,
          },
          {
            type: 'TextualBody',
            purpose: 'describing',
            format: 'application/json',
            value: JSON.stringify({ category, stance, score, section }),
          },
        ],
        target: {
          source: uriOf(document.path),
          selector: points
            ? [quoteSelector, { type: 'TextPositionSelector', start: points.at(start), end: points.at(end) }]
            : quoteSelector,
        },
      };
    }
  }
}
