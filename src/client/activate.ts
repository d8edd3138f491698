import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the extension hosts. */
export interface ClientHost {
  /** Makes a client that is not started yet; adds what its server needs to `initializationOptions` (an object). */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}

let client: BaseLanguageClient | undefined;

/** Starts the server for the documents it may speak about. */
export async function activateClient(_context: vscode.ExtensionContext, host: ClientHost): Promise<void> {
  client = await host.createClient({
    documentSelector: [{ language: 'zh-policy' }, { language: 'markdown' }, { language: 'plaintext' }],
    initializationOptions: {},
  });
  await client.start();
}

/** Stops the server. */
export function deactivateClient(): Promise<void> | undefined {
  return client?.stop();
}
