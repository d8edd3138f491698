import type { ReportInput } from '../input';
import { noticeWords } from '../notices';
import { Pieces } from '../pieces';
import { jsonLine } from './jsonLine';
import { CodePoints } from './positions';

/** doccano's JSONL for sequence labelling: one document a line, labels as [start, end, code] in code points. */
export function doccanoOf(input: ReportInput): Pieces {
  const { output, texts } = input;
  const notices = noticeWords(input);
  return new Pieces(function* () {
    for (const document of output.documents) {
      const text = texts?.get(document.path);
      if (text === undefined) continue;
      const points = new CodePoints(text);
      yield `${jsonLine({
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
          ...(notices.length > 0 ? { notices } : {}),
        },
      })}\n`;
    }
  });
}
