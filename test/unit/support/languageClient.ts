/**
 * A stand-in for the language client's module, which needs more of an editor than there is. Import this before the
 * class under test.
 */
import Module from 'node:module';
import { LSPErrorCodes } from 'vscode-languageserver-protocol';

/** As in the module. */
export const State = { Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 } as const;

/** As in the module: what a server answers in place of a result. */
export class ResponseError extends Error {
  constructor(readonly code: number) {
    super(String(code));
  }
}

const stub = { State, ResponseError, LSPErrorCodes };

type Load = (request: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) =>
  request === 'vscode-languageclient' ? stub : load.call(loader, request, ...rest);
