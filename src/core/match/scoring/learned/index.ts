import { decodeModel, type Model } from '../modelFile';
import file from './model.json';

const models = new WeakMap<Uint8Array, Model>();

/**
 * The model trained for the built-in taxonomy (docs/model-card.md).
 *
 * @param weights The bytes of `inner.bin` beside this file; they are decoded once.
 */
export function builtinModel(weights: Uint8Array): Model {
  let model = models.get(weights);
  if (!model) {
    model = decodeModel(file, weights);
    models.set(weights, model);
  }
  return model;
}
