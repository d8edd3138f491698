/**
 * Makes what the sources need at run time and is not checked in: the validator of taxonomy files (Ajv compiles with
 * `new Function`, which the web forbids, so it is compiled here), the built-in taxonomy as JSON, and the vector routine of
 * the model in binary form. Files are only written where they change, so that watchers stay calm.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import * as esbuild from 'esbuild';
import openWabt from 'wabt';
import { root } from './paths.mjs';

const generated = join(root, 'src/generated');
const builtin = join(root, 'src/core/taxonomy/builtin');

/** @param {string} name @param {string} text */
function write(name, text) {
  const path = join(generated, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

function validator() {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/taxonomy.schema.json'), 'utf8'));
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const code = standalone.default(ajv, ajv.compile(schema));
  const { outputFiles } = esbuild.buildSync({
    stdin: {
      contents: `${code}\nexport { validate as validateTaxonomy };`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minifyWhitespace: true,
    write: false,
  });
  write('validateTaxonomy.js', outputFiles[0].text);
  write(
    'validateTaxonomy.d.ts',
    `/** An error of the taxonomy schema, as Ajv tells it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The name that is wrong, where a name and not a value is. */
  readonly propertyName?: string;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
}
export declare const validateTaxonomy: {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
};
`,
  );
}

/** Word groups that many patterns share are written once; src/core/taxonomy/builtin/index.ts puts them back. */
function packed(value) {
  const slots = [];
  const numbers = new Map();
  const numberOf = (words) => {
    const key = words.join('|');
    if (!numbers.has(key)) numbers.set(key, slots.push(words) - 1);
    return numbers.get(key);
  };
  const categories = value.categories.map((category) => ({
    ...category,
    indicators: category.indicators.map((indicator) => ({
      ...indicator,
      patterns: indicator.patterns.map((pattern) => ({ ...pattern, slots: pattern.slots.map(numberOf) })),
    })),
  }));
  // The index is made anew at run time; a Map has no JSON.
  return { ...value, byCode: undefined, categories, slots };
}

/** The loader is TypeScript: bundled in memory, so that this runs on plain Node. */
async function taxonomy() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'src/core/taxonomy/load.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const source = Buffer.from(outputFiles[0].text).toString('base64');
  const { loadTaxonomy } = await import(`data:text/javascript;base64,${source}`);
  const files = readdirSync(builtin)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(builtin, name), 'utf8') }));
  const { value, problems } = loadTaxonomy(files);
  for (const { file, line, message } of problems)
    console.error(`src/core/taxonomy/builtin/${file}:${line} ${message.id} ${message.args.join(' | ')}`);
  if (!value) process.exit(1);
  write('taxonomy.json', JSON.stringify(packed(value)));
}

async function vectorRoutine() {
  const wabt = await openWabt();
  const module = wabt.parseWat(
    'layers.wat',
    readFileSync(join(root, 'src/core/match/scoring/layers.wat'), 'utf8'),
    {
      simd: true,
    },
  );
  module.validate({ simd: true });
  write('layers.json', JSON.stringify(Buffer.from(module.toBinary({}).buffer).toString('base64')));
}

mkdirSync(generated, { recursive: true });
validator();
await taxonomy();
await vectorRoutine();
