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
export function read({ bytes, notes }: WordResult): Written {
  assert.ok(bytes, JSON.stringify(notes));
  const files = unzipSync(bytes);
  const part = (name: string): string => strFromU8(files[name] ?? assert.fail(name));
  return {
    bytes,
    notes: notes.map(({ id, args }) => [id, ...args].join(' ')),
    paragraphs: paragraphsOf(part('word/document.xml')),
    part,
  };
}

/** Style and words of each paragraph, `style|text`. */
export async function lines(text: string, format: DocumentFormat = 'markdown'): Promise<string[]> {
  return (await written(text, format)).paragraphs.map(({ style, text: words }) => `${style}|${words}`);
}

function paragraphsOf(xml: string): WrittenParagraph[] {
  const wrong = (message: unknown): never => assert.fail(String(message));
  const document = new DOMParser({
    errorHandler: { warning: wrong, error: wrong, fatalError: wrong },
  }).parseFromString(xml, 'text/xml');
  return Array.from(document.getElementsByTagName('w:p')).map((paragraph) => ({
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
