import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { DocumentFormat } from '../../core/text/model';
import type { Sidecar } from '../../core/suppress/model';
import { decode, type NotText } from '../../files/decode';
import { sidecarOf } from './sidecars';
import { reasonOf, type Unreadable } from './unreadable';

/** A document to be read: a file, or standard input (`-`). */
export interface Input {
  /** As shown in results: relative to where the command runs, with `/`. */
  readonly path: string;
  /** Absolute; null for standard input. */
  readonly file: string | null;
  readonly format: DocumentFormat;
}

/** A text with where it came from. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly format: DocumentFormat;
  readonly encoding: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** What was said about the document and is kept beside it. */
  readonly sidecar?: Sidecar | null;
  /** A sidecar is there, but cannot be read. */
  readonly hasBrokenSidecar?: boolean;
  /** True where the user said that it is policy text, whatever its words. */
  readonly isForced?: boolean;
  /** Of a line of NDJSON, as given. */
  readonly id?: RecordId;
}

/** What identifies a line of NDJSON. */
export type RecordId = string | number;

/** Why a file could not be used; words under `cli.reason.<reason>`. */
export type SkipReason = NotText | Unreadable | NoDocument | BadLine;

/** Why a name on the command line gave no text, though it can be read. */
type NoDocument = 'notTextFile' | 'aboutFolder' | 'symbolicLink' | 'noMatch' | EmptyFolder;

/** Why a folder gave no text: it has none of our endings, or none that the user's patterns take. */
type EmptyFolder = 'noTexts' | 'noneIncluded';

/** Why a line of NDJSON could not be used. */
export type BadLine =
  'notJson' | 'noId' | 'idNotExact' | 'noText' | 'unknownFormat' | 'lineTooLong' | 'lineNotUtf8';

/** A file that was not analysed. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
  /** Of a line of NDJSON: its number from 1, and its id where it could be read. */
  readonly line?: { readonly number: number; readonly id: RecordId | null };
}

/** Larger files are refused: no memo is as long, and the analysis of such a text takes about eighty times its size in memory. */
export const largestFile = 20 * 1024 * 1024;

/**
 * Reads and decodes one file with its sidecar; never throws. At once: the thread has nothing else to do, and waiting
 * for another costs more time than a small file.
 */
export function readSource(input: Input & { readonly file: string }): SourceText | Skipped {
  try {
    const { size } = statSync(input.file);
    if (size > largestFile) return { path: input.path, reason: 'tooLarge' };
    return withSidecar(toSource(input, readFileSync(input.file)), input.file);
  } catch (error) {
    return { path: input.path, reason: reasonOf(error, input.file) };
  }
}

/** A text with what was said of it. @param file Absolute path. */
export function withSidecar(source: SourceText | Skipped, file: string): SourceText | Skipped {
  if ('reason' in source) return source;
  const sidecar = sidecarOf(file);
  return sidecar === 'broken' ? { ...source, hasBrokenSidecar: true } : { ...source, sidecar };
}

/** A text from bytes that have been read. */
export function toSource(input: Omit<Input, 'file'>, bytes: Buffer): SourceText | Skipped {
  const { path, format } = input;
  if (bytes.length > largestFile) return { path, reason: 'tooLarge' };
  const decoded = decode(bytes);
  if ('reason' in decoded) return { path, reason: decoded.reason };
  return { path, format, ...decoded, sha256: createHash('sha256').update(bytes).digest('hex') };
}
