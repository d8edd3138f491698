import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noTime = 'Tests do not wait, and do not measure the machine: test/unit/support/time.ts.';

/**
 * The borders of docs/architecture.md: what a folder must not import. Where it has to work without Node, neither Node's
 * modules, by whatever name.
 */
const borders = {
  core: {
    files: ['src/core/**/*.ts'],
    isWithoutNode: true,
    patterns: [
      'vscode',
      'vscode-*',
      '**/protocol',
      '**/files/**',
      '**/convert/**',
      '**/service/**',
      '**/server/**',
      '**/client/**',
      '**/cli/**',
      '**/l10n/**',
    ],
    message: 'The core is pure: no editor, protocol, file system or language may reach it.',
    // Nor anything that is another one each time, or tells anybody else.
    globals: [
      'process',
      'Buffer',
      'window',
      'document',
      'self',
      'globalThis',
      'navigator',
      'console',
      'fetch',
      'crypto',
      'performance',
      'Date',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
    ],
    syntax: [
      {
        selector: 'MemberExpression[object.name="Math"][property.name="random"]',
        message: 'The same text has the same analysis each time.',
      },
    ],
  },
  files: {
    // Not what is there for Node only: the converter's entry, which is a thread, and the files of the product.
    files: ['src/files/**/!(node).ts', 'src/convert/**/!(node).ts'],
    isWithoutNode: true,
    patterns: ['vscode', 'vscode-*', '**/client/**', '**/cli/**'],
    message: 'What reads bytes and documents works in every host.',
  },
  service: {
    files: ['src/service/**/*.ts', 'src/protocol.ts'],
    isWithoutNode: true,
    patterns: ['vscode', '**/server/**', '**/client/**', '**/cli/**'],
    message: 'The service turns an Analysis into LSP types and knows no host.',
  },
  server: {
    files: ['src/server/**/!(node).ts'],
    isWithoutNode: true,
    patterns: ['vscode', '**/client/**', '**/cli/**', '**/files/node'],
    message: 'The server never touches the editor API or the client, and opens no file.',
  },
  serverOnNode: {
    files: ['src/server/**/node.ts'],
    patterns: ['vscode', '**/client/**', '**/cli/**'],
    message: 'The server never touches the editor API or the client.',
  },
  client: {
    files: ['src/client/**/*.ts'],
    patterns: ['**/server/**', '**/cli/**'],
    message: 'The client talks to the server through src/protocol.ts only.',
    syntax: [
      ...['Literal[value', 'TemplateElement[value.raw'].map((where) => ({
        selector: `${where}=/[\\u3000-\\u303f\\uff00-\\uffef]/]`,
        message: 'Chinese punctuation belongs into l10n; lists are made by the translator.',
      })),
      {
        selector: 'MemberExpression[property.name=/^show(Information|Warning|Error)Message$/]',
        message: 'The editor makes links of commands in notices: src/client/notices.ts shows them without.',
      },
    ],
  },
  cli: {
    files: ['src/cli/**/*.ts'],
    patterns: ['vscode', '**/client/**'],
    message: 'The command line uses the same core and never the editor.',
  },
  unitTests: {
    files: ['test/unit/**/*.test.ts'],
    patterns: ['timers/promises', 'node:timers/promises'],
    message: noTime,
    globals: ['setTimeout', 'setInterval', 'performance'].map((name) => ({ name, message: noTime })),
    syntax: [
      { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: noTime },
    ],
  },
};

/** From a sentence to its reasons: what stands later may import what stands earlier, not the other way round. */
const matching = ['words', 'stance', 'indicators', 'evidence', 'scoring', 'reasons'];
/** What is made of all steps. */
const afterMatching = ['decide', 'explain', 'policyText', 'analyze'];
for (const [at, folder] of matching.entries())
  borders[folder] = {
    // A later entry takes the place of an earlier one, so the core's own borders are said again.
    ...borders.core,
    files: [`src/core/match/${folder}/**/*.ts`],
    patterns: [
      ...borders.core.patterns,
      ...matching.slice(at + 1).map((later) => `**/${later}/**`),
      ...afterMatching.map((later) => `**/${later}`),
    ],
    message: `The core is pure, and core/match/${folder} knows nothing of the steps after it (docs/architecture.md).`,
  };
// Two vocabularies: neither needs the other.
borders.stance.patterns.push('**/words/**');

const nodeModules = builtinModules.filter((name) => !name.startsWith('_'));

/** `import(…)`, which `no-restricted-imports` does not look at, of what its patterns and paths name. */
function calledImport(patterns, paths) {
  const names = patterns.map((pattern) => {
    const [, own] = /^\*\*\/([\w/]+?)(?:\/\*\*)?$/.exec(pattern) ?? [];
    if (own !== undefined) return `(^|/)${own}(/|$)`;
    return pattern.endsWith('*') ? `^${pattern.slice(0, -1)}` : `^${pattern}$`;
  });
  for (const path of paths) names.push(`^${path}$`);
  // A slash would end the expression.
  return `ImportExpression[source.value=/${names.join('|').replaceAll('/', '\\x2f')}/]`;
}

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      '.cache',
      'src/generated',
      'samples',
      'training/own',
      'test/fixtures',
      'test/bench/peers',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        fetch: 'readonly',
        document: 'readonly',
        window: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortController: 'readonly',
        URLSearchParams: 'readonly',
        setImmediate: 'readonly',
        structuredClone: 'readonly',
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A promise that nobody waits for or answers for: what it fails with would be lost, and a test with it could not fail.
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  ...Object.values(borders).map(({ files, patterns, isWithoutNode, message, globals = [], syntax = [] }) => {
    const group = isWithoutNode ? [...patterns, 'node:*'] : patterns;
    const paths = isWithoutNode ? nodeModules : [];
    return {
      files,
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [{ group, message }], paths: paths.map((name) => ({ name, message })) },
        ],
        'no-restricted-syntax': ['error', { selector: calledImport(group, paths), message }, ...syntax],
        'no-restricted-globals': ['error', ...globals],
      },
    };
  }),
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Scripts of a page, put into it by their source, so that they may use nothing from outside.
    files: ['src/core/report/html/{page,tables}.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Inner loops over typed arrays, whose indices are in range by construction.
    files: ['src/core/match/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.ts', 'scripts/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
