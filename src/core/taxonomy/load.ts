import { Assembler } from './assemble';
import { missingHeads } from './heads';
import type { Taxonomy } from './model';
import { mostProblems, readYaml, type TaxonomyProblem, type YamlFile } from './readYaml';
import type { SourceFile } from './source';
import { validateSource } from './validateSource';

/**
 * Reads a taxonomy from the texts of one or more files (YAML or JSON). Total: whatever the texts, the answer is a
 * taxonomy, or null with what is wrong, where and how to mend it. A taxonomy with problems is not used in part.
 *
 * @param base What a file may name in `extends`; otherwise not looked at.
 */
export function loadTaxonomy(
  files: readonly { name: string; text: string }[],
  base?: Taxonomy,
): { value: Taxonomy | null; problems: readonly TaxonomyProblem[] } {
  const problems: TaxonomyProblem[] = [];
  const assembler = new Assembler(files[0]?.name ?? '', base, problems);
  const read: YamlFile[] = [];
  for (const { name, text } of files) {
    const { file, problems: unreadable } = readYaml(name, text);
    problems.push(...unreadable);
    if (!file) continue;
    read.push(file);
    const faults = validateSource(file);
    problems.push(...faults);
    if (faults.length === 0) assembler.add(file, file.value as SourceFile);
  }
  const isFaulty = problems.length > 0;
  // A file that cannot be read may have them.
  if (read.length === files.length) problems.push(...missingHeads(read, problems));
  const value = isFaulty ? null : assembler.assemble();
  return { value: problems.length === 0 ? value : null, problems: problems.slice(0, mostProblems) };
}
