import type { TaxonomyProblem, YamlFile } from './readYaml';

/** What a taxonomy must say of itself, with an example. */
const needed = { id: 'id: my-taxonomy', version: 'version: 1.0.0' } as const;

/**
 * What no file of a taxonomy says and one must; told of the first file.
 *
 * @param faults What is wrong with the files as they stand. With any, they are not put together, so that nobody else
 *   tells that there is no category; and a field that was only misspelt is not missing.
 */
export function missingHeads(
  files: readonly YamlFile[],
  faults: readonly TaxonomyProblem[],
): TaxonomyProblem[] {
  const values = files
    .map(({ value }) => value)
    .filter((value) => typeof value === 'object' && value !== null);
  const [first] = files;
  if (!first || values.length === 0 || values.every(Array.isArray)) return [];
  const meant = new Set(
    faults
      .filter(({ message }) => message.id === 'taxonomy.unknownField')
      .map(({ message }) => message.args[1]),
  );
  const isSaid = (key: string): boolean =>
    meant.has(key) || values.some((value) => Object.hasOwn(value, key));
  const problem = (id: string, ...args: string[]): TaxonomyProblem => ({
    file: first.name,
    line: 1,
    message: { id, args },
  });
  return [
    ...Object.entries(needed).flatMap(([key, example]) =>
      isSaid(key) ? [] : [problem('taxonomy.missingHead', key, example)],
    ),
    ...(faults.length > 0 && !isSaid('categories') && !isSaid('extends')
      ? [problem('taxonomy.noCategories')]
      : []),
  ];
}
