import type { ServerSettings } from '../../protocol';

export type Preset = ServerSettings['preset'];
export type HintMode = 'off' | 'cursorParagraph' | 'onDemand' | 'all';

/** What a preset means for what the client shows; the rules' part is the server's. */
export const presetViews: Readonly<
  Record<Preset, { readonly hints: HintMode; readonly highlights: boolean }>
> = {
  quiet: { hints: 'onDemand', highlights: false },
  draft: { hints: 'cursorParagraph', highlights: true },
  review: { hints: 'all', highlights: true },
};

/** `value` where it is one of `allowed`, else `fallback`: a slip in a settings file costs only itself. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}
