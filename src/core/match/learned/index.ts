import { decodeModel, type Model } from '../modelFile';
import file from './model.json';

let model: Model | null = null;

/** The model trained for the built-in taxonomy (docs/model-card.md); decoded at its first use. */
export function builtinModel(): Model {
  model ??= decodeModel(file);
  return model;
}
