/** The memo that tests of the server speak of, and what they ask about it. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { DocumentView, Overview } from '../../../src/protocol';
import { pulling, smallSettings, type Client } from './harness';

export const uri = 'file:///work/memo.policy.md';
export const gap = '# 方案\n\n## 一、问题\n\n没平台。\n\n## 二、措施\n\n引人才，搞揭榜挂帅。\n';
export const ours = {
  capabilities: pulling,
  initializationOptions: { settings: smallSettings, isExtension: true },
};
export const document = { textDocument: { uri } };

export const codes = async (client: Client): Promise<unknown[]> => {
  const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
  return report.items.map(({ code }) => code);
};
export const coverage = async (client: Client, of = uri): Promise<Overview | null> =>
  (await client.request<DocumentView | null>('policyLens/documentView', { uri: of }))?.overview ?? null;
export const point = (line: number, character: number) => ({ line, character });
export const insertAt = (line: number, character: number, text: string) => ({
  range: { start: point(line, character), end: point(line, character) },
  text,
});
