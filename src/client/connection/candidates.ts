/** Languages the product speaks about. */
export const documentLanguages: readonly string[] = ['zh-policy', 'markdown', 'plaintext'];

/** How much of a document is looked at before the server starts, and how many Chinese characters must be there. */
export const probeLength = 4_000;
const enoughHan = 20;

/**
 * Schemes of texts that are nobody's document: other versions, output, input boxes, conversations, our own pages.
 * All others count, known or not (`file`, `untitled`, `vscode-remote`, `vscode-vfs` …).
 */
const silentSchemes =
  /^(?:git|gitlens|git-graph|svn|conflictResolution|showModifications|clipboardCompare|vscode-local-history|merge-conflict\..*|output|scm|vscode-scm|comment|search-editor|debug|walkThrough(?:Snippet)?|review|pr|vscode-interactive(?:-input)?|vscode-notebook-cell(?:-output)?|vscode-terminal|vscode-settings|vscode-userdata|release-notes|inmemory|policy-lens-.*|.*chat.*)$/i;

/** Whether texts of a scheme are nobody's document. */
export function isSilentScheme(scheme: string): boolean {
  return silentSchemes.test(scheme);
}

/** Whether a text of this language and scheme can be a document of the user's. */
export function isUserDocument(document: {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
}): boolean {
  return documentLanguages.includes(document.languageId) && !isSilentScheme(document.uri.scheme);
}

/** How many signs stand in place of broken characters in a garbled text, and one in how many of all they are. */
const enoughBroken = 20;
const oneIn = 6;

/** Whether the beginning of a text shows that it was decoded in an encoding that it is not in. */
export function isGarbled(beginning: string): boolean {
  const broken = beginning.split('\uFFFD').length - 1;
  return broken >= enoughBroken && broken * oneIn >= beginning.length;
}

/**
 * The cheap check before anything heavy is loaded: a text with fewer Chinese characters in its beginning cannot be
 * Chinese policy text. A document that has just begun is looked at again with every change.
 */
export function hasEnoughHan(text: string): boolean {
  let count = 0;
  const end = Math.min(text.length, probeLength);
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    // CJK unified ideographs, extension A and compatibility ideographs.
    if (
      (unit >= 0x4e00 && unit <= 0x9fff) ||
      (unit >= 0x3400 && unit <= 0x4dbf) ||
      (unit >= 0xf900 && unit <= 0xfaff)
    )
      if (++count >= enoughHan) return true;
  }
  return false;
}
