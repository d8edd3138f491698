import type { TrainingOptions } from './model';

/** Chosen by cross-validation by document; docs/model-card.md has the figures. */
export const trainingOptions: TrainingOptions = {
  scales: { title: 0, above: 0, frame: 0.5, pair: 0.5, skip: 0.5, kind: 0.3, topic: 0.3, part: 0.5 },
  least: { '*': 3, pair: 5, skip: 6 },
  cost: 0.3,
  ownCost: 0.4,
  positive: { P: 1, R: 1, S: 1 },
  passes: 8,
  contextPenalty: 3,
};
