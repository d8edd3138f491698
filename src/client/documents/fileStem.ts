/** Longer names are a burden in lists, and some file systems count their bytes: three for each Chinese character. */
const mostCharacters = 60;

/** A title as the name of a file, without ending; empty where nothing of it is left. */
export function fileStem(title: string): string {
  const allowed = title
    .replace(/[\\/:*?"<>|]+/gu, '-')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  const cut = [...allowed].slice(0, mostCharacters).join('');
  // Windows takes no name that ends in a dot or a blank; one that begins with a dot is hidden elsewhere.
  return cut.replace(/^[.\s]+|[.\s]+$/gu, '');
}
