/** How wide a text is, in Chinese characters: Latin letters, figures and blanks take half of one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += character.charCodeAt(0) < 0x2e80 && !/[—‘-”…①-⑳]/u.test(character) ? 0.5 : 1;
  return width;
}
