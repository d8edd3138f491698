import type { HintMode } from '../settings/presets';

/** What the user asked for by the toggle, until a setting says something new: the same in every document. */
export type HintWish = 'shown' | 'hidden';

/**
 * Which hints a document shows.
 *
 * @param setting What its settings say; on demand is off until it is asked for.
 * @param wish Undefined where nothing was asked for.
 */
export function shownHints(setting: HintMode, wish: HintWish | undefined): Exclude<HintMode, 'onDemand'> {
  if (wish === 'hidden') return 'off';
  if (setting !== 'onDemand' && setting !== 'off') return setting;
  return wish === 'shown' ? 'all' : 'off';
}
