import type { MarkupContent } from 'vscode-languageserver-types';

/**
 * Makes text from a document or taxonomy safe inside Markdown: it is shown as written and can start no link,
 * image, HTML, emphasis or command. The point inside a code or a number (R2.3, 11.6) stays: it can begin nothing, and
 * a screen reader's view of a hover shows the source.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-!|~$:@]|(?<!\d)\.|\.(?!\d)/g, '\\$&');
}

/**
 * Markdown of our own for an editor that shows it or does not: as plain text, marks of emphasis go, and what was escaped
 * reads as it was written.
 */
export function markup(markdown: string, isPlain: boolean): MarkupContent {
  if (!isPlain) return { kind: 'markdown', value: markdown };
  const value = markdown
    .replace(/\\(.)|\*\*/gu, (_, escaped?: string) => escaped ?? '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return { kind: 'plaintext', value };
}

/** A `command:` link for trusted Markdown; arguments are JSON, percent-encoded. */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  // encodeURIComponent leaves parentheses, and one too many would end the link.
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
  return `[${escapeMarkdown(label)}](command:${command}?${query})`;
}
