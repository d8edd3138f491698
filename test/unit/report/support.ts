/** Documents of the JSON contract made by hand, so that exports are tested without tokenizer and engine. */
import { summarize } from '../../../src/core/coverage/summarize';
import type { Annotation } from '../../../src/core/model';
import type { AnnotationResult, DocumentResult, Output } from '../../../src/core/report/contract';
import type { ReportInput } from '../../../src/core/report';
import { builtinTaxonomy } from '../../../src/core/taxonomy/builtin';
import { createTranslator, type Language } from '../../../src/l10n/translator';
import { en, zh } from '../../../src/l10n/bundles';

export const taxonomy = builtinTaxonomy();

/** A piece of a document: plain text, or a sentence with tags. */
export interface Piece {
  readonly text: string;
  readonly tags?: readonly string[];
  readonly heading?: boolean;
  readonly score?: number;
  readonly section?: string;
}

export interface MadeDocument {
  readonly text: string;
  readonly result: DocumentResult;
}

/** A document whose pieces stand one after the other, joined by `join`. */
export function makeDocument(path: string, pieces: readonly Piece[], join = '\n'): MadeDocument {
  let text = '';
  const annotations: Annotation[] = [];
  pieces.forEach((piece, sentence) => {
    if (sentence > 0) text += join;
    const start = text.length;
    text += piece.text;
    for (const category of piece.tags ?? []) {
      const found = taxonomy.byCode.get(category);
      if (!found) throw new Error(`no category ${category}`);
      annotations.push({
        id: `${String(sentence)}:${category}`,
        kind: found.kind,
        category,
        stance: found.kind === 'P' ? 'problem' : found.kind === 'R' || found.kind === 'S' ? 'remedy' : null,
        start,
        end: text.length,
        quote: piece.text,
        score: piece.score ?? 0.9,
        section: piece.section ?? '',
        sentence,
        isHeading: piece.heading ?? false,
        evidence: [{ start, end: text.length, text: piece.text, indicator: `${category}/test`, weight: 1 }],
        phrases: [{ start, end: text.length }],
      });
    }
  });
  const { covered, thin, missing, problems } = summarize(annotations, taxonomy);
  const tagged = pieces.findIndex(({ tags }) => tags && tags.length > 0);
  const first = annotations[0];
  const result: DocumentResult = {
    path,
    sha256: [...path]
      .map((c) => c.charCodeAt(0).toString(16))
      .join('')
      .padEnd(64, '0')
      .slice(0, 64),
    encoding: 'utf-8',
    length: text.length,
    title: pieces[0]?.text ?? '',
    annotations: annotations.map(resultOf),
    nearest: [],
    instruments: [],
    coverage: { covered, thin, missing, problems },
    checked: { characters: text.length, total: text.length, density: 30, isPolicyText: true },
    diagnostics:
      tagged >= 0 && first
        ? [
            {
              rule: 'PL101',
              severity: 'information',
              start: first.start,
              end: first.end,
              quote: first.quote,
              message: `<b>${first.quote}</b>`,
              categories: [first.category],
            },
          ]
        : [],
  };
  return { text, result };
}

function resultOf(annotation: Annotation): AnnotationResult {
  const { id, kind, category, stance, start, end, quote, score, section, isHeading, evidence } = annotation;
  return { id, kind, category, stance, start, end, quote, score, section, heading: isHeading, evidence };
}

/** The input of every writer for these documents. */
export function inputFor(
  documents: readonly MadeDocument[],
  extra: Partial<ReportInput> = {},
  language: Language = 'zh-CN',
): ReportInput {
  const output: Output = {
    schemaVersion: '1.0',
    tool: { name: 'policy-lens', version: '9.9.9' },
    taxonomy: { id: taxonomy.id, version: taxonomy.version, fingerprint: taxonomy.fingerprint },
    offsetUnit: 'utf-16',
    documents: documents.map(({ result }) => result),
    skipped: [{ path: '坏的/<文件>.docx', reason: '读不出 & <无法> 解码' }],
  };
  return {
    output,
    taxonomy,
    words: strictWords(language),
    texts: new Map(documents.map(({ text, result }) => [result.path, text])),
    ...extra,
  };
}

/** A translator that refuses ids it does not know, so that a missing word fails a test. */
function strictWords(language: Language): ReportInput['words'] {
  const bundle: Readonly<Record<string, string>> = language === 'en' ? en : zh;
  const translator = createTranslator(language);
  return {
    language,
    t(id, ...args) {
      const template = bundle[id];
      if (template === undefined) throw new Error(`no words for ${id}`);
      for (const [slot] of template.matchAll(/\{\d\}/g))
        if (args[Number(slot[1])] === undefined) throw new Error(`${id} lacks ${slot}`);
      return translator.message({ id, args: args.map(String) });
    },
    name: (text) => translator.name(text),
  };
}

/** Sentences that break careless writers. */
export const hostile: readonly string[] = [
  '=HYPERLINK("http://evil.example","点我")',
  "'=1+1",
  '@SUM(A1:A9)',
  '－2＋3',
  '\t缩进，"引号"，逗号,与\r\n第二行',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</script><!-- --> ]]> &amp; &lt;',
  '推进😀成果𠮷转化👨‍👩‍👧，每年𠀀百项。',
  '| 竖线 | `代码` *星* _线_ [链](javascript:alert(1)) <http://a.b> https://c.d www.e.f ~删~ $x$',
  '# 标题样\u0001的\u000b句子\u2028下一行',
  '1. 像列表',
];

/** A document with a tag on each hostile sentence, with CRLF between them. */
export function hostileDocument(path = '省/a "b" <c>&d.md'): MadeDocument {
  const codes = ['R2.3', 'S1.1', 'P2.1', 'R1.3', 'A2', 'S3.1', 'T1', 'R2.3', 'P3.2', 'M3', 'R3.1'];
  return makeDocument(
    path,
    [
      { text: '关于😀“转化”的意见，<i>草案</i>', heading: true },
      ...hostile.map((text, index) => ({
        text,
        tags: index === 7 ? ['R2.3', 'A3', 'A4'] : [codes[index] ?? 'R1.1'],
        section: index % 2 === 0 ? '一、总则 › <b>（一）</b>' : '',
        score: index === 3 ? 0.501 : 0.875,
      })),
    ],
    '\r\n',
  );
}
