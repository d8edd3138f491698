/** Types of products.mjs, for the test that builds them. */
import type { BuildOptions } from 'esbuild';

export const forProduction: Pick<BuildOptions, 'minify' | 'sourcemap'>;
export const products: readonly BuildOptions[];
