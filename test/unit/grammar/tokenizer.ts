import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);

/** Our grammar, and the Markdown and YAML ones that VS Code also ships, by scope name. */
const files: Readonly<Record<string, string>> = {
  'text.zh-policy': path.resolve('syntaxes/zh-policy.tmLanguage.json'),
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  // Without YAML the front matter rule of Markdown would be dropped as incomplete.
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
};

/** A piece of a line with the innermost scope it carries, `-` where it carries none of ours. */
export type Piece = readonly [text: string, scope: string];

/** Loads the grammar as VS Code does: the same engine and the same regular-expression library. */
export async function loadGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const file = files[scopeName];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
  const grammar = await registry.loadGrammar('text.zh-policy');
  if (grammar === null) throw new Error('The grammar text.zh-policy did not load.');
  return grammar;
}

/**
 * The pieces of every line. Only our scopes and the Markdown ones that must keep ours out are named; neighbouring
 * pieces with the same name are joined.
 */
export function tokenize(grammar: textmate.IGrammar, text: string): Piece[][] {
  let stack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    const pieces: [string, string][] = [];
    for (const token of result.tokens) {
      const words = line.slice(token.startIndex, token.endIndex);
      const ours = token.scopes.slice(1).filter((scope) => scope.endsWith('.zh-policy'));
      const scope = ours.at(-1)?.replace('.zh-policy', '') ?? '-';
      const last = pieces.at(-1);
      if (last !== undefined && last[1] === scope) last[0] += words;
      else if (words !== '') pieces.push([words, scope]);
    }
    return pieces;
  });
}
