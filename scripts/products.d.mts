/** Types of products.mjs, for the test that builds them. */
import type { BuildOptions } from 'esbuild';

export const products: readonly BuildOptions[];
