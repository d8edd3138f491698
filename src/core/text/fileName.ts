/**
 * What a file may be called on every system: Windows refuses the most, so that its rules are those of all. Halves of
 * characters can be written nowhere.
 */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001f\u007f<>:"|?*\\/]|\p{Surrogate}/u;
const eachForbidden = new RegExp(forbidden, 'gu');
const blanksAndForbidden = new RegExp(`\\s*(?:${forbidden.source})+\\s*`, 'gu');

/** Names of devices, with any ending, in either letter case. */
const device = /^(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))/i;

/** Longer names are a burden in lists, and some file systems count their bytes: three for each Chinese character. */
export const mostCharacters = 60;

/** A title as the name of a file, without ending; empty where nothing of it is left. */
export function fileStem(title: string): string {
  const allowed = title
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .replace(blanksAndForbidden, '-');
  const cut = [...allowed].slice(0, mostCharacters).join('');
  // Windows takes no name that ends in a dot or a blank; one that begins with a dot is hidden elsewhere.
  return noDevice(cut.replace(/^[.\s]+|[.\s]+$/gu, ''));
}

/** A part of a path in which every character stands where it stood: what must not be there is `_`. */
export function allowedPart(part: string): string {
  return noDevice(part.replace(eachForbidden, '_').replace(/[. ]+$/, '_'));
}

function noDevice(name: string): string {
  return name.replace(device, '_$&');
}

/** What a path whose folders are parted by `/` ends in. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
