/** The commands that links in our own Markdown (hovers) may run; no other runs from a link. */
export const trustedCommands: readonly string[] = [
  'policyLens.showCategory',
  'policyLens.openTaxonomy',
  'policyLens.suppress',
  'policyLens.reclassify',
];
