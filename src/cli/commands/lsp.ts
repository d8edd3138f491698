import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Becomes the language server, for editors that speak LSP over standard input and output. */
export async function lsp(): Promise<never> {
  // The connection reads its transport from the command line; the only one there is may be left out.
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  // The server's own bundle, beside this one: no other command needs to load it.
  await import(pathToFileURL(join(__dirname, 'server.node.js')).href);
  // The server ends the process when its client says so or goes away.
  return new Promise(() => undefined);
}
