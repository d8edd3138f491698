/** Reads Word files that were written, for tests. */
import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { exportWord } from '../../../../src/convert/toWord/exportWord';
import type { WordResult } from '../../../../src/convert/toWord/model';
import type { DocumentFormat } from '../../../../src/core/text/model';

export interface WrittenParagraph {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** Id and arguments, with blanks between. */
  readonly notes: readonly string[];
  /** In tables, too. */
  readonly paragraphs: readonly WrittenParagraph[];
  /** One part of the file. */
  part(name: string): string;
}

/** A text exported, and read again. */
export async function written(text: string, format: DocumentFormat = 'markdown'): Promise<Written> {
  return read(await exportWord({ text, format }));
}

/** What an export gave. */
export function read(result: WordResult): Written {
  const opened = unpacked(result);
  return { ...opened, paragraphs: paragraphsOf(opened.part('word/document.xml')) };
}

/** A file that was made, by its parts. */
export function unpacked({ bytes, notes }: WordResult): Omit<Written, 'paragraphs'> {
  assert.ok(bytes, JSON.stringify(notes));
  const files = unzipSync(bytes);
  return {
    bytes,
    notes: notes.map(({ id, args }) => [id, ...args].join(' ')),
    part: (name) => strFromU8(files[name] ?? assert.fail(name)),
  };
}

/** XML that has to be without a fault. */
export function parse(xml: string): Document {
  const wrong = (message: unknown): never => assert.fail(String(message));
  return new DOMParser({
    errorHandler: { warning: wrong, error: wrong, fatalError: wrong },
  }).parseFromString(xml, 'text/xml');
}

/** Style and words of each paragraph, `style|text`. */
export async function lines(text: string, format: DocumentFormat = 'markdown'): Promise<string[]> {
  return (await written(text, format)).paragraphs.map(({ style, text: words }) => `${style}|${words}`);
}

function paragraphsOf(xml: string): WrittenParagraph[] {
  return Array.from(parse(xml).getElementsByTagName('w:p')).map((paragraph) => ({
    style: (paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '').replace(
      'Official',
      '',
    ),
    text: Array.from(paragraph.getElementsByTagName('*'))
      .map(({ tagName, textContent }) => (tagName === 'w:t' ? textContent : tagName === 'w:br' ? '\n' : ''))
      .join(''),
    xml: String(paragraph),
  }));
}
