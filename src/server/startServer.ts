import type { Connection } from 'vscode-languageserver';
import { answerClient } from './clientRequests';
import { answerEditors } from './editorRequests';
import { refuseMistakes } from './lifeCycle';
import { Session } from './session';
import type { ServerHost } from './workbench';

/**
 * One server for every host and every editor (LSP 3.17). Works without `initializationOptions`: settings then come
 * from `workspace/configuration` or `workspace/didChangeConfiguration`, or stay at their defaults.
 *
 * @param connection Made with the options of `inOrder`.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const session = new Session(connection, host);
  session.listen();
  answerEditors(connection, session);
  answerClient(connection, session);
  refuseMistakes(connection);
  connection.listen();
}
