import { message } from '../message';
import { validateTaxonomy, type SchemaError } from '../../generated/validateTaxonomy.js';
import { mostProblems, type Path, type TaxonomyProblem, type YamlFile } from './readYaml';

/** What a file's value breaks of schemas/taxonomy.schema.json, with lines. */
export function validateSource(file: YamlFile): TaxonomyProblem[] {
  if (file.value === null || file.value === undefined)
    return [{ file: file.name, line: 1, message: message('taxonomy.emptyFile') }];
  if (validateTaxonomy(file.value)) return [];
  // What is wrong with a name is told by the error beside this one.
  const errors = (validateTaxonomy.errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames');
  return errors.slice(0, mostProblems).map((error) => problemOf(file, error));
}

function problemOf(file: YamlFile, error: SchemaError): TaxonomyProblem {
  const path = pathOf(error.instancePath);
  const field = path.length === 0 ? '' : pathText(path);
  const at = (id: string, args: string[], line = file.lineOf(path)): TaxonomyProblem => ({
    file: file.name,
    line,
    message: { id, args },
  });
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return at('taxonomy.missingField', [String(params['missingProperty']), field]);
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const fields = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      const present = keysAt(file.value, path);
      // What stands there already is not what was meant.
      const known = fields.filter((each) => !present.has(each));
      const line = file.lineOfKey(path, key);
      return known.length === 0
        ? at('taxonomy.extraField', [key, fields.join(', ')], line)
        : at('taxonomy.unknownField', [key, nearest(key, known)], line);
    }
    case 'type':
      if (path.length === 0) return at('taxonomy.noMapping', []);
      return at(`taxonomy.wrongType.${[params['type']].flat().map(String).join('-')}`, [field]);
    case 'enum':
      return at('taxonomy.notOneOf', [field, (params['allowedValues'] as unknown[]).map(String).join(', ')]);
    case 'pattern':
      return formProblem(file, path, error);
    case 'minLength':
      return at('taxonomy.tooShort', [field]);
    case 'maxLength':
      return at('taxonomy.tooLong', [field, String(params['limit'])]);
    default:
      return at('taxonomy.invalid', [field, error.message ?? error.keyword]);
  }
}

/** What is written under these fields, or in a list under them; words under `taxonomy.wrongForm.<form>`. */
const forms: Readonly<Record<string, string>> = {
  code: 'code',
  with: 'code',
  problem: 'code',
  primary: 'code',
  related: 'code',
  remove: 'removal',
  backbone: 'actor',
  id: 'id',
  lists: 'listName',
};

function formProblem(file: YamlFile, path: Path, { propertyName }: SchemaError): TaxonomyProblem {
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  const args = [pathText(path), propertyName ?? String(valueAt(file.value, path))];
  const line = propertyName === undefined ? file.lineOf(path) : file.lineOfKey(path, propertyName);
  return { file: file.name, line, message: { id: `taxonomy.wrongForm.${forms[key] ?? 'id'}`, args } };
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  return at;
}

function keysAt(value: unknown, path: Path): ReadonlySet<string> {
  const at = valueAt(value, path);
  return new Set(typeof at === 'object' && at !== null ? Object.keys(at) : []);
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

/** `categories[3].code`, as people write it; positions from 1. */
function pathText(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./u, '');
}

/** The known name that differs least, for “did you mean”; all of them where none is near. */
function nearest(name: string, known: readonly string[]): string {
  const scored = known.map((other) => ({ other, distance: editDistance(name, other) }));
  scored.sort((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best && best.distance <= 3 && best.distance < name.length ? best.other : known.join(', ');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
