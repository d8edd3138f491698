import { pathToFileURL } from 'node:url';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Conversion } from '../convert/model';
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
    convert: async (name, bytes) => {
      const file = pathToFileURL(context.asAbsolutePath('out/convert.js')).href;
      const converter = (await import(file)) as {
        convertDocument(name: string, bytes: Uint8Array): Promise<Conversion>;
      };
      return converter.convertDocument(name, bytes);
    },
  });
}

export const deactivate = deactivateClient;
