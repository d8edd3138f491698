import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { ConverterAnswer, ConverterRequest, ConverterResults } from '../convert/model';
import { activateClient, deactivateClient } from './activate';
import type { PolicyLensApi } from './api';
import { orCancelled } from './orCancelled';

/**
 * By how many per cent the server's heap may grow above what was alive at the last collection. Left to itself it takes
 * several times what it needs while a workspace is read.
 */
const growth = 80;

/** Megabytes a converter may take: more than twice what the largest document that is read needs. */
const converterMemory = 2048;

/** Desktop and remote extension host: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): PolicyLensApi {
  const module = context.asAbsolutePath('out/server.node.js');
  return activateClient(context, {
    createClient: (options) =>
      Promise.resolve(
        new LanguageClient(
          'policyLens',
          'Policy Lens',
          {
            module,
            transport: TransportKind.ipc,
            options: { execArgv: [`--heap-growing-percent=${growth}`] },
          },
          options,
        ),
      ),
    // A thread of its own: the editor's host is not held up, and its globals are not what the PDF reader expects.
    convert: async <R extends ConverterRequest>(request: R, token: vscode.CancellationToken) => {
      const converter = new Worker(context.asAbsolutePath('out/convert.js'), {
        resourceLimits: { maxOldGenerationSizeMb: converterMemory },
      });
      const converted = new Promise<ConverterResults[R['task']]>((resolve, reject) => {
        converter.on('message', ({ answer }: Partial<ConverterAnswer>) => {
          if (answer) resolve(answer as ConverterResults[R['task']]);
        });
        converter.on('error', reject);
        // One that ends without a word would be waited for without end.
        converter.on('exit', (code) => reject(new Error(`The converter ended (${String(code)}).`)));
        converter.postMessage(request);
      });
      try {
        return await orCancelled(converted, token);
      } finally {
        await converter.terminate();
      }
    },
  });
}

export const deactivate = deactivateClient;
