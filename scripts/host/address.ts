import { isAbsolute, resolve } from 'node:path';

/** What the workbench shall open. */
export interface AddressOptions {
  readonly port: number;
  /** The server's connection token, where it has one. */
  readonly token?: string;
  /** Folder or `.code-workspace` file to open. */
  readonly folder: string;
  /** File to open in it. */
  readonly file?: string;
  /** Folder of the extension under development, where it is not installed; the workbench takes one only. */
  readonly extension?: string;
  /** Module with `run()`, loaded in the extension host. */
  readonly tests?: string;
}

/** The workbench's address: everything it shall open, and the extension under development, is in the query. */
export function workbenchAddress(options: AddressOptions): string {
  const host = `127.0.0.1:${options.port}`;
  const remote = (path: string) => {
    const absolute = isAbsolute(path) ? path : resolve(path);
    const slashes = absolute.replaceAll('\\', '/');
    return `vscode-remote://${host}${encodeURI(slashes.startsWith('/') ? slashes : `/${slashes}`)}`;
  };
  const payload: [string, string][] = [];
  if (options.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(options.extension)]);
  if (options.tests !== undefined) payload.push(['extensionTestsPath', remote(options.tests)]);
  if (options.file !== undefined) payload.push(['openFile', remote(options.file)]);
  const query = new URLSearchParams();
  if (options.token !== undefined) query.set('tkn', options.token);
  const kind = options.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  query.set(kind, resolve(options.folder).replaceAll('\\', '/'));
  query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query.toString()}`;
}
