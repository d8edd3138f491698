/** Types of readme.mjs, for the test that runs it. */

export function shippedReadme(readme: string): string;
