/** Whether a code is a group's or stands below it: `R2.3` is within `R2` and within `R2.3`, `R20.1` is not. */
export function isWithin(code: string, group: string): boolean {
  return code === group || code.startsWith(`${group}.`);
}

/** All that a code is within, as {@link isWithin} has it: its groups and itself. */
export function groupsAround(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** The group of a leaf (`R2` for `R2.3`); any other code itself. */
export function groupOf(code: string): string {
  return code.split('.')[0] ?? code;
}
