import { setContext } from '../contextKeys';

/**
 * Ticks a step of the walkthrough (`onContext:` in package.json). The key does not stay: of one that is set already
 * when the walkthrough is opened for the first time VS Code takes no notice any more, and the step would never be done.
 */
export async function stepDone(step: 'sampleOpened' | 'remedyInserted' | 'folderCovered'): Promise<void> {
  for (const isDone of [true, false]) await setContext(`policyLens.${step}`, isDone);
}
