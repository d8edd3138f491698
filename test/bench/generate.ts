/**
 * Writes a corpus for benchmarks from this project's own sentences (training/own), the same for the same arguments.
 *
 * usage: generate.ts --documents N --characters N [--seed N] (--out FOLDER | --ndjson)
 *   --characters  of each document, on average
 *   --out         one .txt a document, with metadata.csv beside them
 *   --ndjson      {id, text} a line on standard output
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOwn } from '../../scripts/train/corpus';
import { parseDocument } from '../../src/core/text/parseDocument';

/** Numbers in [0, 1), the same sequence for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Material {
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

function readMaterial(): Material {
  const titles: string[] = [];
  const headings: string[] = [];
  const sentences: string[] = [];
  for (const { text } of readOwn('training/own')) {
    const document = parseDocument(text, 'plain');
    document.sentences.forEach(({ start, end, isHeading }, index) => {
      const words = text.slice(start, end);
      if (index === document.title) titles.push(words);
      else if (isHeading) headings.push(words.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/, ''));
      else sentences.push(words);
    });
  }
  return { titles, headings, sentences };
}

const numerals = '一二三四五六七八九十';
const provinces = ['东海', '南岭', '西川', '北原', '中江', '云溪', '临港', '青河'];
const levels = ['国家', '省', '市', '县'];

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function compose(
  { titles, headings, sentences }: Material,
  characters: number,
  random: () => number,
): string {
  const size = characters * (0.5 + random());
  const paragraphs = [pick(titles, random)];
  let length = 0;
  for (let part = 0; length < size; part++) {
    const lines = [`${numerals[part % 10]}、${pick(headings, random)}`];
    for (let at = 0; at < 4 && length < size; at++) {
      let paragraph = '';
      for (let count = 0; count < 3; count++) paragraph += pick(sentences, random);
      lines.push(paragraph);
      length += paragraph.length;
    }
    paragraphs.push(...lines);
  }
  return `${paragraphs.join('\n')}\n`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '2000' },
      characters: { type: 'string', default: '3500' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      ndjson: { type: 'boolean', default: false },
    },
  });
  const random = randomFrom(Number(values.seed));
  const material = readMaterial();
  const rows = ['path,issuer,year,level'];
  if (values.out !== undefined) mkdirSync(values.out, { recursive: true });
  for (let index = 0; index < Number(values.documents); index++) {
    const text = compose(material, Number(values.characters), random);
    const name = `${String(index + 1).padStart(5, '0')}.txt`;
    if (values.out !== undefined) writeFileSync(join(values.out, name), text);
    else if (!process.stdout.write(`${JSON.stringify({ id: index + 1, text })}\n`))
      await once(process.stdout, 'drain');
    rows.push(
      [name, pick(provinces, random), 2018 + Math.floor(random() * 8), pick(levels, random)].join(','),
    );
  }
  if (values.out !== undefined) writeFileSync(join(values.out, 'metadata.csv'), `\ufeff${rows.join('\n')}\n`);
}

void main();
