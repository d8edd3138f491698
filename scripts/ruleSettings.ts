/**
 * Writes the properties of the setting `policyLens.rules`, and their words in both languages, from the rules into the
 * manifest; a part of `npm run docs`. `test/unit/client/manifest.test.ts` fails while they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../src/core/rules';
import { severities } from '../src/core/rules/model';

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { properties?: Record<string, object> }> };
  };
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const write = (file: string, value: unknown): void =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

const manifest = read('package.json') as Manifest;
const setting = manifest.contributes.configuration.properties['policyLens.rules'];
if (!setting) throw new Error('package.json has no setting policyLens.rules');
setting.properties = Object.fromEntries(
  rules.map(({ id }) => [
    id,
    {
      type: 'string',
      enum: ['off', ...[...severities].reverse()],
      markdownDescription: `%config.rules.${id}%`,
    },
  ]),
);
write('package.json', manifest);

const languages = [
  {
    file: 'package.nls.json',
    describe: (rule: (typeof rules)[number]) => `${rule.title.en}. ${rule.why.en}`,
  },
  {
    file: 'package.nls.zh-cn.json',
    describe: (rule: (typeof rules)[number]) => `${rule.title.zh}。${rule.why.zh}`,
  },
];
for (const { file, describe } of languages) {
  const words: Record<string, string> = {};
  for (const [key, text] of Object.entries(read(file) as Record<string, string>)) {
    if (key.startsWith('config.rules.')) continue;
    words[key] = text;
    if (key === 'config.rules') for (const rule of rules) words[`config.rules.${rule.id}`] = describe(rule);
  }
  write(file, words);
}
