/** White space, and marks of Markdown that a Word file may lack: what differs between a text and its other form. */
const loose = /[\s*\\]/;

/** A text without what may differ between its forms, and where each unit of it stands in the text. */
export interface Squeezed {
  readonly text: string;
  readonly places: readonly number[];
}

export function squeeze(text: string): Squeezed {
  let squeezed = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (loose.test(unit)) continue;
    squeezed += unit;
    places.push(at);
  }
  return { text: squeezed, places };
}
