import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/core/analyze';
import { builtinEnvironment } from '../support/environment';

/** Where the paper stands beside a working copy of the project; it is not part of it. */
const folder = join(import.meta.dirname, '../../../../shared/paper');

/** A section of the paper and how often each category of its kind is tagged inside it. */
export interface PaperSection {
  readonly code: string;
  /** Category or, for problems, group and number of tags; most frequent first. */
  readonly counts: readonly (readonly [string, number])[];
  /** The section's own code is more frequent than any other. */
  readonly holds: boolean;
}

/** Tags the paper and counts by section; null where the paper is not at hand. */
export function paperSections(): PaperSection[] | null {
  const paper = join(folder, 'zhou-wu-2025.txt');
  if (!existsSync(paper)) return null;
  const { annotations } = analyze(readFileSync(paper, 'utf8'), 'plain', builtinEnvironment());
  return readFileSync(join(folder, 'sections.tsv'), 'utf8')
    .split('\n')
    .filter((line) => /^[PRSTM]\d/u.test(line))
    .map((line) => {
      const [code = '', from = '', to = ''] = line.split('\t');
      const inside = annotations.filter(
        ({ kind, start, end }) => kind === code.charAt(0) && start >= Number(from) && end <= Number(to),
      );
      const numbers = new Map<string, number>();
      for (const { category, kind } of inside) {
        const counted = kind === 'P' ? (category.split('.')[0] ?? category) : category;
        numbers.set(counted, (numbers.get(counted) ?? 0) + 1);
      }
      const counts = [...numbers].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
      const own = numbers.get(code) ?? 0;
      const holds = own > 0 && counts.every(([other, count]) => other === code || count < own);
      return { code, counts, holds };
    });
}
