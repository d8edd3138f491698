import {
  ErrorCodes,
  Message,
  ResponseError,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver';

/** A client's mistake: the request is answered with the error of this code. */
const mistakes = {
  'policyLens/beforeInitialize': [ErrorCodes.ServerNotInitialized, 'The first request must be “initialize”.'],
  'policyLens/initializedTwice': [ErrorCodes.InvalidRequest, '“initialize” may be sent once.'],
  'policyLens/afterShutdown': [ErrorCodes.InvalidRequest, 'After “shutdown” only “exit” may follow.'],
} as const;

/**
 * The order of messages that LSP 3.17 asks for. The library answers whatever comes; a message that comes at the wrong
 * time is turned here into one for which only an error is the answer, or is dropped where none is waited for.
 */
export function inOrder(): ConnectionOptions {
  let state: 'new' | 'running' | 'shutDown' = 'new';
  const mistakeOf = (method: string): keyof typeof mistakes | null => {
    if (state === 'shutDown') return 'policyLens/afterShutdown';
    if (state === 'running') return method === 'initialize' ? 'policyLens/initializedTwice' : null;
    return method === 'initialize' ? null : 'policyLens/beforeInitialize';
  };
  return {
    messageStrategy: {
      handleMessage: (message, next) => {
        if (Message.isRequest(message)) {
          const mistake = mistakeOf(message.method);
          if (mistake) return next({ ...message, method: mistake } as Message);
          if (message.method === 'initialize') state = 'running';
          else if (message.method === 'shutdown') state = 'shutDown';
        } else if (Message.isNotification(message) && message.method !== 'exit' && state !== 'running')
          return;
        return next(message);
      },
    },
  };
}

/** Answers what {@link inOrder} found to be a mistake. */
export function refuseMistakes(connection: Connection): void {
  for (const [method, [code, words]] of Object.entries(mistakes))
    connection.onRequest(method, () => new ResponseError(code, words));
}
