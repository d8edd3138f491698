/** Types of notices.mjs, for the test that runs it. */
import type { Metafile } from 'esbuild';

export function noticesOf(metafiles: readonly Metafile[]): string;
