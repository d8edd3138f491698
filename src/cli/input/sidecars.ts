import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Sidecar } from '../../core/suppress/model';
import { readSidecar } from '../../core/suppress/readSidecar';
import { sidecarFolder } from '../../files/sidecarFolder';

/** From the project's root. */
const folder = join(...sidecarFolder);

/** The nearest folder above a document that holds sidecars; null where there is none. */
const rootOf = new Map<string, string | null>();

function findRoot(from: string): string | null {
  let root = rootOf.get(from);
  if (root === undefined) {
    const above = dirname(from);
    root = existsSync(join(from, folder)) ? from : above === from ? null : findRoot(above);
    rootOf.set(from, root);
  }
  return root;
}

/**
 * The sidecar of a document: null where there is none, `broken` where there is one that cannot be read.
 *
 * @param file Absolute path of the document.
 */
export function sidecarOf(file: string): Sidecar | null | 'broken' {
  const root = findRoot(dirname(file));
  if (root === null) return null;
  try {
    const text = readFileSync(join(root, folder, `${relative(root, file)}.json`), 'utf8');
    return readSidecar(JSON.parse(text)) ?? 'broken';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'broken';
  }
}
