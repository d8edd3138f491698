/**
 * Prints how often each rule speaks on published texts: findings per 1,000 characters at the default settings, in
 * all and per document. Fails above one per 1,000 in all. Without the texts it says so and ends.
 *
 * npm run check:rate [-- FOLDER]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { rules } from '../../src/core/rules';
import { builtinEnvironment } from '../../test/unit/support/environment';

const folder = resolve(process.argv[2] ?? '../shared/gold/dev');
const mostPerThousand = 1;

if (!existsSync(folder)) {
  console.log(`skipped: no texts in ${folder}`);
  process.exit(0);
}

const environment = builtinEnvironment();
const isOn = new Set(rules.filter(({ defaultSeverity }) => defaultSeverity !== 'off').map(({ id }) => id));
const byRule = new Map(rules.map(({ id }) => [id, { findings: 0, documents: 0 }]));
const rates: number[] = [];
let characters = 0;
let findings = 0;
for (const file of readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const analysis = analyze(text, file.endsWith('.md') ? 'markdown' : 'plain', environment);
  for (const [id, count] of byRule) {
    const own = analysis.findings.filter(({ rule }) => rule === id).length;
    count.findings += own;
    count.documents += own > 0 ? 1 : 0;
  }
  const shown = analysis.findings.filter(({ rule }) => isOn.has(rule)).length;
  characters += text.length;
  findings += shown;
  rates.push((1000 * shown) / Math.max(1, text.length));
}
rates.sort((a, b) => a - b);
const quantile = (share: number): string =>
  (rates[Math.min(rates.length - 1, Math.floor(share * rates.length))] ?? 0).toFixed(2);
for (const { id, title, defaultSeverity } of rules) {
  const { findings: own, documents } = byRule.get(id) ?? { findings: 0, documents: 0 };
  const rate = ((1000 * own) / characters).toFixed(3);
  console.log(
    `${id}  ${defaultSeverity.padEnd(11)}  ${rate} per 1,000  ${String(own).padStart(3)} in ${String(documents).padStart(2)} documents  ${title.en}`,
  );
}
const rate = (1000 * findings) / characters;
console.log(
  `all on by default: ${rate.toFixed(3)} per 1,000 characters (${findings} findings, ${characters} characters, ${rates.length} documents)`,
);
console.log(`by document: median ${quantile(0.5)}, nine in ten below ${quantile(0.9)}, most ${quantile(1)}`);
if (rate >= mostPerThousand) {
  console.error(`more than ${mostPerThousand} per 1,000 characters`);
  process.exitCode = 1;
}
