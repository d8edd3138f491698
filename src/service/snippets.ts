/**
 * Snippet syntax (VS Code and LSP): `${1:label}` and `$1` are places to fill in. Bodies come from taxonomies, which
 * users may write, so that everything else in them is plain text here.
 */
const placeholder = /\$\{(\d{1,2}):([^{}$\\]*)\}|\$(\d{1,2})/g;

/** A snippet in which only numbered places are special; variables and transforms become plain text. */
export function safeSnippet(body: string): string {
  let safe = '';
  let at = 0;
  for (const found of body.matchAll(placeholder)) {
    const [whole, number, label] = found;
    safe += escapeSnippet(body.slice(at, found.index));
    safe += number === undefined ? whole : `\${${number}:${escapeSnippet(label ?? '')}}`;
    at = found.index + whole.length;
  }
  return safe + escapeSnippet(body.slice(at));
}

/** The snippet's text with the labels of its places filled in, for editors without snippets. */
export function plainText(body: string): string {
  return body.replace(placeholder, (_whole, _number, label: string | undefined) => label ?? '');
}

/** Text that must stand in a snippet as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
