import * as vscode from 'vscode';
import {
  DidChangeSettings,
  folderSettingNames,
  type FolderSettings,
  type ResourceSettings,
  type ServerSettings,
} from '../../protocol';
import type { Included } from '../connection/included';
import type { LanguageServer } from '../connection/languageServer';
import { readHintText, readSettings, section } from './settings';
import type { TaxonomyFile } from '../taxonomy/taxonomyFile';
import type { Words } from './words';

/** Everything the server must know of settings, the workspace and "analyse anyway", as of now. */
export function serverSettings(words: Words, included: Included, taxonomy: TaxonomyFile): ServerSettings {
  const window = resourceSettings(null);
  const folders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }): FolderSettings[] => {
    const own = resourceSettings(uri);
    const other = folderSettingNames.filter(
      (name) => JSON.stringify(own[name]) !== JSON.stringify(window[name]),
    );
    return other.length === 0
      ? []
      : [{ uri: uri.toString(), ...Object.fromEntries(other.map((name) => [name, own[name]])) }];
  });
  return {
    language: words.current.language,
    ...window,
    hintText: readHintText(),
    taxonomy: taxonomy.current,
    included: included.list(),
    folders,
  };
}

/** What the server is told of a folder's settings, or the window's; the others are not even read. */
function resourceSettings(scope: vscode.ConfigurationScope | null): ResourceSettings {
  const settings: ResourceSettings = readSettings(scope);
  return Object.fromEntries(folderSettingNames.map((name) => [name, settings[name]])) as typeof settings;
}

/** Sends the settings again when what the server knows of them differs. */
export class SettingsSync implements vscode.Disposable {
  private sent: string | undefined;
  private readonly didSend = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  /** The server has been told something new: what is shown of open documents may be outdated. */
  readonly onDidSend = this.didSend.event;

  constructor(
    private readonly server: LanguageServer,
    private readonly read: () => ServerSettings,
    sources: readonly vscode.Event<unknown>[],
  ) {
    this.listeners = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.send();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.send()),
      // What changed while it started.
      server.onDidChangeState((state) => {
        if (state === 'running') this.send();
      }),
      ...sources.map((source) => source(() => this.send())),
    ];
  }

  /** The settings for a server that starts now. */
  forStart(): ServerSettings {
    const settings = this.read();
    this.sent = JSON.stringify(settings);
    return settings;
  }

  /** Sends what has changed; nothing while the server does not run. */
  readonly send = (): void => {
    if (this.sent === undefined || this.server.running === undefined) return;
    const settings = this.read();
    const text = JSON.stringify(settings);
    if (text === this.sent) return;
    this.sent = text;
    this.server.notify(DidChangeSettings, settings);
    this.didSend.fire();
  };

  dispose(): void {
    this.didSend.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}
