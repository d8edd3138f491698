import type { Density, Figure } from './measure';

/** What a training run measured. */
export interface TrainingFigures {
  readonly model: string;
  readonly real: { readonly documents: number; readonly units: number };
  readonly own: { readonly documents: number; readonly units: number };
  readonly features: number;
  readonly hidden: number;
  readonly kilobytes: number;
  /** On documents that the model had not seen. */
  readonly unseen: Readonly<Record<'leaf' | 'group' | 'problem' | 'remedy' | 'missing', Figure>>;
  readonly byLeaf: readonly { readonly code: string; readonly figure: Figure }[];
  readonly controls: readonly Density[];
  /** Share of right tags below and above a certainty. */
  readonly certainty: { readonly limit: number; readonly below: number; readonly above: number };
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

/** The model's card, as Markdown: written by the training run, never by hand. */
export function modelCard(figures: TrainingFigures): string {
  const { unseen, real, own, byLeaf, controls, certainty } = figures;
  const row = (name: string, { p, r, f }: Figure): string =>
    `| ${name} | ${[p, r, f].map((x) => (100 * x).toFixed(1)).join(' | ')} |`;
  return [
    '# Model card',
    '',
    'Written by `npm run train`; do not edit.',
    '',
    `- **Model** \`${figures.model}\`: one hidden layer of ${figures.hidden} rectified units over ${figures.features} named features. ${figures.kilobytes} KB.`,
    '- **Task**: the 27 leaves of the taxonomy (problems, pathways, safeguards) on every coding unit. Actors, dimensions and mechanisms have weights set by hand, and so has whatever a user adds.',
    '- **Features**: indicators of the taxonomy with their stance, cues of stance, word classes and their pairs within a clause, synonym sets, words and neighbouring words, words of the sentences around it in the paragraph, what the headings over it and the title say, the outline, the place in the document. No sentence is stored.',
    '- **Explanation**: for a given sentence the network is linear in its features, so every feature has an exact share in the score. Hover, `explain` and the JSON output show these shares.',
    `- **Training data**: ${own.documents} documents written and coded for this project (${own.units} units, \`training/own\`). No published document is in it.`,
    `- **Measured** on ${real.documents} published documents coded by reading (${real.units} units; not part of this repository). They choose two thresholds, one for problems and one for remedies, and the two lines that turn scores into certainties; each fifth of them is tagged with the thresholds that the others choose. In percent:`,
    '',
    '| | Precision | Recall | F1 |',
    '|---|---|---|---|',
    row('27 leaves (micro)', unseen.leaf),
    row('10 groups (micro)', unseen.group),
    row('8 problem leaves', unseen.problem),
    row('19 remedy leaves', unseen.remedy),
    row('"missing" by document', unseen.missing),
    '',
    '| Leaf | Precision | Recall | F1 |',
    '|---|---|---|---|',
    ...byLeaf.map(({ code, figure }) => row(code, figure)),
    '',
    `- **Certainty** of tags on unseen documents (the line through the scores is fitted on the same ones): below ${percent(certainty.limit)} percent ${percent(certainty.below)} in 100 are right, of the others ${percent(certainty.above)}.`,
    `- **About something else**, unseen, tags in 1,000 characters (coded by the readers): ${controls.map(({ name, tags, gold }) => `${name} ${tags.toFixed(1)} (${gold.toFixed(1)})`).join(', ')}.`,
    '- **Limits**: texts were written, and all texts coded, by language models that read one codebook and worked apart; no specialist of the field has checked them; leaves with few examples (S2.1, S4.2, S4.3, P2.2) are uncertain. The vocabulary of the taxonomy was widened with an eye on the same published documents, so the figures are a little kind. The model knows Chinese policy language of 2010–2025 and nothing else.',
    '',
  ].join('\n');
}
