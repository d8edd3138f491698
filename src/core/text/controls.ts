/** What XML 1.0 forbids is left out: control characters and halves of surrogate pairs. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}
