import type { ReportInput } from '../input';
import { CodePoints } from './positions';

/** doccano's JSONL for sequence labelling: one document a line, labels as [start, end, code] in code points. */
export function doccanoOf({ output, texts }: ReportInput): string {
  return output.documents
    .filter(({ path }) => texts?.has(path))
    .map((document) => {
      const text = texts?.get(document.path) ?? '';
      const points = new CodePoints(text);
      return `${JSON.stringify({
        text,
        label: document.annotations.map(({ start, end, category }) => [
          points.at(start),
          points.at(end),
          category,
        ]),
        meta: {
          path: document.path,
          title: document.title,
          sha256: document.sha256,
          offsetUnit: 'code-point',
          tool: output.tool,
          taxonomy: output.taxonomy,
        },
      })}\n`;
    })
    .join('');
}
