import { readYaml } from './readYaml';
import type { SourceFile } from './source';

/** An indicator that a file writes, and where its examples stand there. */
export interface OwnIndicator {
  readonly id: string;
  /** Lines, from 1. */
  readonly lines: { readonly example: number; readonly counterExample: number };
}

/** The indicators that a file of a taxonomy writes itself; the file has been loaded without a problem. */
export function ownIndicators(name: string, text: string): OwnIndicator[] {
  const { file } = readYaml(name, text);
  const categories = (file?.value as SourceFile | undefined)?.categories ?? [];
  return categories.flatMap(({ code, indicators = [] }, category) =>
    indicators.map(({ id }, index) => {
      const lineOf = (field: string): number =>
        file?.lineOf(['categories', category, 'indicators', index, field]) ?? 1;
      return {
        id: `${code}/${id}`,
        lines: { example: lineOf('example'), counterExample: lineOf('counterExample') },
      };
    }),
  );
}
