/** What XML 1.0 forbids is left out: control characters and halves of surrogate pairs. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

/** Characters that steer the program that shows a text, such as a terminal or an editor; not line ends and tabs. */
const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The text with something, or nothing, in the place of each character that steers the program that shows it. */
export function unsteering(text: string, instead = ''): string {
  return text.replace(steering, instead);
}
