import type * as vscode from 'vscode';
import { expand } from '../../../core/report/compact';
import type { DocumentResult } from '../../../core/report/contract';
import { AnalyzeTextsRequest, type TextToAnalyze } from '../../../protocol';
import type { Services } from '../../commands/services';

/** What the server finds in a text that need not be open; undefined where it does not answer. */
export async function analyzeText(
  { server }: Pick<Services, 'server'>,
  text: TextToAnalyze,
  token?: vscode.CancellationToken,
): Promise<DocumentResult | undefined> {
  const answer = await server.request(AnalyzeTextsRequest, { texts: [text] }, token);
  const [result] = answer?.documents ?? [];
  return result && expand(result, text.text);
}
