/** Documents that have the bytes of an earlier one. */
export interface Copies {
  /** How many, without the ones they are copies of. */
  readonly count: number;
  /** Paths of the first one and of what it is a copy of. */
  readonly example: readonly [copy: string, original: string];
}

/** Which of the documents are copies of others, by their digests; null where none is. Each counts nevertheless. */
export function copiesAmong(
  documents: Iterable<{ readonly path: string; readonly sha256: string }>,
): Copies | null {
  const originals = new Map<string, string>();
  const found: (readonly [string, string])[] = [];
  for (const { path, sha256 } of documents) {
    const original = originals.get(sha256);
    if (original === undefined) originals.set(sha256, path);
    else found.push([path, original]);
  }
  const [example] = found;
  return example ? { count: found.length, example } : null;
}
