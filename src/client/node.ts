import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, deactivateClient } from './activate';
import type { PolicyLensApi } from './api';

/** Desktop and remote extension host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): PolicyLensApi {
  const module = context.asAbsolutePath('out/server.node.js');
  return activateClient(context, {
    createClient: (options) =>
      Promise.resolve(
        new LanguageClient('policyLens', 'Policy Lens', { module, transport: TransportKind.ipc }, options),
      ),
  });
}

export const deactivate = deactivateClient;
