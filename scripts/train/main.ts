/**
 * Trains the model that ships: `npm run train`. Needs the coded documents in ../shared/gold/dev, which are not part
 * of the project; without them it says so and changes nothing.
 *
 * `--check` trains and prints the figures, but changes nothing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createEnvironment } from '../../src/core/analyze';
import { weakScore } from '../../src/core/coverage/summarize';
import { builtinTaxonomy } from '../../src/core/taxonomy/builtin';
import { createJiebaTokenizer } from '../../src/core/tokenize/jieba';
import { tokenizerFile, weightsFile } from '../engineData';
import { readGold, readOwn } from './corpus';
import { calibrate, calibrated } from './calibrate';
import { chooseThresholds, crossDecide } from './crossDecide';
import { leaves } from './dataset';
import { modelCard } from './modelCard';
import { exportModel } from './exportModel';
import { extractFeatures } from './features';
import { certaintyBands, densityOf, measure, type Figure, type Measured } from './measure';
import { chosenBy, scoreUnits, trainModel } from './model';
import { trainingOptions } from './options';

const gold = '../shared/gold/dev';
const own = 'training/own';
const target = 'src/core/match/scoring/learned/model.json';
const card = 'docs/model-card.md';

const folds = 5;

/** In the names of documents about something else (gold/README.md). */
const control = 'ctl';

if (!existsSync(gold)) console.log(`skipped: training needs the coded documents in ${gold}`);
else void train();

async function train(): Promise<void> {
  const taxonomy = builtinTaxonomy();
  const environment = createEnvironment(taxonomy, createJiebaTokenizer(readFileSync(tokenizerFile)), null);
  const { names, documents } = extractFeatures(
    environment,
    [...readGold(gold), ...readOwn(own)],
    ({ names: all, documents: found }) =>
      chosenBy({ names: all, documents: found.filter(({ isOwn }) => isOwn) }, trainingOptions).names,
  );
  const real = documents.filter(({ isOwn }) => !isOwn);
  const written = documents.filter(({ isOwn }) => isOwn);
  const trained = await trainModel(names, written, trainingOptions);
  const plain = real.map((document) => scoreUnits(trained, document));
  const calibration = calibrate(real, plain);
  const scores = plain.map((each) => calibrated(each, calibration));
  const tags = crossDecide(real, scores, folds);
  const measured = measure(real, tags);
  show(measured);
  leaves.forEach((leaf, i) => console.log(`  ${leaf}  ${percent(measured.byLeaf[i])}`));
  const controls = real.flatMap((document, i) =>
    document.name.includes(control) ? [densityOf(document, tags[i] ?? new Float64Array())] : [],
  );
  for (const { name, tags: said, gold: right } of controls)
    console.log(`  ${name}  ${said.toFixed(1)} tags in 1,000 characters, coded ${right.toFixed(1)}`);
  if (process.argv.includes('--check')) return;
  const { model, weights } = exportModel(taxonomy, trained, calibration, chooseThresholds(real, scores));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(model)}\n`);
  writeFileSync(weightsFile, weights);
  const { leaf, group, problem, remedy, missing } = measured;
  const units = (list: typeof documents): number => list.reduce((sum, { units: all }) => sum + all.length, 0);
  const kilobytes = Math.round((JSON.stringify(model).length + weights.length) / 1024);
  writeFileSync(
    card,
    modelCard({
      model: model.id,
      real: { documents: real.length, units: units(real) },
      own: { documents: written.length, units: units(written) },
      features: model.features.length,
      hidden: model.steps.length,
      kilobytes,
      unseen: { leaf, group, problem, remedy, missing },
      byLeaf: leaves.map((code, i) => ({ code, figure: measured.byLeaf[i] ?? { p: 0, r: 0, f: 0 } })),
      controls,
      certainty: { limit: weakScore, ...certaintyBands(real, tags, scores, weakScore) },
    }),
  );
  console.log(`${target}: ${model.features.length} features, ${kilobytes} KB`);
}

function show(measured: Measured): void {
  const parts = (['leaf', 'group', 'problem', 'remedy', 'missing'] as const).map(
    (key) => `${key} ${percent(measured[key])}`,
  );
  console.log(parts.join('   '));
}

function percent(figure: Figure | undefined): string {
  if (!figure) return '';
  return [figure.p, figure.r, figure.f].map((x) => (100 * x).toFixed(1)).join('/');
}
