/** The README as VS Code shows it on the extension's page. */

/**
 * VS Code shows no picture and follows no link there that is not on the web, and we have no address there: pictures are
 * left out, and links name the file beside their words.
 */
export function shippedReadme(readme) {
  return readme
    .replace(/(?:^!\[[^\]]*\]\([^)]+\)\n)+\n/gmu, '')
    .replace(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/gu, (_, words, path) =>
      /\p{Script=Han}/u.test(words) ? `${words}（\`${path}\`）` : `${words} (\`${path}\`)`,
    );
}
