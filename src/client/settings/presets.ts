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
