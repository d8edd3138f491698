import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { ConverterAnswer, ConverterFailure, ConverterRequest, ConverterResults } from '../convert/model';
import { activateClient, deactivateClient } from './activate';
import type { PolicyLensApi } from './api';
import { orCancelled } from './orCancelled';

/**
 * Web extension host: the server is a worker from a Blob, because a worker cannot be started from an extension's
 * address there, and gets the bytes of tokenizer and model because it has no file system.
 */
export function activate(context: vscode.ExtensionContext): PolicyLensApi {
  const read = (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'out', name));
  let worker: Worker | undefined;
  let address = '';
  const end = (): void => {
    worker?.terminate();
    URL.revokeObjectURL(address);
  };
  context.subscriptions.push({ dispose: end });
  return activateClient(context, {
    createClient: async (options) => {
      const [script, tokenizer, weights] = await Promise.all([
        read('server.browser.js'),
        read('jieba.wasm'),
        read('model.bin'),
      ]);
      const startWorker = () => {
        end();
        address = URL.createObjectURL(new Blob([script.slice()], { type: 'text/javascript' }));
        // Not revoked here: the host's worker loads the address later, from a script of its own.
        worker = new Worker(address);
        // The host's own `Worker` makes objects that are no instance of it, so the client would not know a worker.
        return Promise.resolve({
          reader: new BrowserMessageReader(worker),
          writer: new BrowserMessageWriter(worker),
        });
      };
      const initializationOptions = () => ({
        ...options.initializationOptions(),
        data: { tokenizer, weights },
      });
      return new LanguageClient('policyLens', 'Policy Lens', startWorker, {
        ...options,
        initializationOptions,
      });
    },
    convert: async <R extends ConverterRequest>(request: R, token: vscode.CancellationToken) => {
      const script = await read('convert.browser.js');
      const source = URL.createObjectURL(new Blob([script.slice()], { type: 'text/javascript' }));
      const converter = new Worker(source);
      const converted = new Promise<ConverterResults[R['task']]>((resolve, reject) => {
        type Said = Partial<ConverterAnswer & ConverterFailure>;
        converter.addEventListener('message', ({ data }: MessageEvent<Said>) => {
          if (data.answer) resolve(data.answer as ConverterResults[R['task']]);
          else if (data.failure !== undefined) reject(new Error(data.failure));
        });
        converter.addEventListener('error', ({ message }) => reject(new Error(message)));
        converter.postMessage(request);
      });
      try {
        return await orCancelled(converted, token);
      } finally {
        converter.terminate();
        URL.revokeObjectURL(source);
      }
    },
  });
}

export const deactivate = deactivateClient;
