import * as vscode from 'vscode';
import {
  DidChangeSettings,
  DidInclude,
  documentsConcerned,
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
  private sent: ServerSettings | undefined;
  /** Addresses of the documents that the server counts as policy text: those that were sent, and those told of since. */
  private included = new Set<string>();
  private readonly didSend = new vscode.EventEmitter<ReadonlySet<string> | undefined>();
  private readonly listeners: vscode.Disposable[];
  /**
   * The server has been told something new: what is shown of open documents may be outdated. Tells the addresses of the
   * documents that it is about, undefined where it may be about all.
   */
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
    return this.keep(this.read());
  }

  /** Sends what has changed; nothing while the server does not run. */
  readonly send = (): void => {
    const { sent } = this;
    if (sent === undefined || this.server.running === undefined) return;
    const settings = this.read();
    const about = documentsConcerned({ ...sent, included: this.included }, settings);
    if (about?.size === 0) return;
    this.server.notify(DidChangeSettings, this.keep(settings));
    this.didSend.fire(about);
  };

  /**
   * Tells of one document that it counts as policy text. No other one is looked at: replacing a word in a folder opens
   * thousands at once.
   */
  readonly include = (uri: vscode.Uri): void => {
    const address = uri.toString();
    if (this.server.running === undefined || this.included.has(address)) return;
    this.included.add(address);
    this.server.notify(DidInclude, { uri: address });
    this.didSend.fire(new Set([address]));
  };

  private keep(settings: ServerSettings): ServerSettings {
    this.sent = settings;
    this.included = new Set(settings.included);
    return settings;
  }

  dispose(): void {
    this.didSend.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}
