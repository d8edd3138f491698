/**
 * A stand-in for the editor's API, so that client classes run without an editor. Import this before the class under
 * test: it answers every later `import 'vscode'`.
 */
import Module from 'node:module';
import type * as vscode from 'vscode';

/** What a test sets up and looks at. */
export interface FakeEditor {
  documents: vscode.TextDocument[];
  visible: vscode.TextEditor[];
  /** The editor with the focus: the first visible one, where a test names none. */
  active: vscode.TextEditor | undefined;
  /** What showing a document in a column answers: its editor there. */
  show: (document: vscode.TextDocument, column?: vscode.ViewColumn) => vscode.TextEditor | undefined;
  /** The inputs of the tabs of the only group; the first one is in front. */
  tabs: unknown[];
  /** By URI. */
  files: Map<string, string>;
  /** Files that are not UTF-8. */
  bytes: Map<string, Uint8Array>;
  folder: string | null;
  isTrusted: boolean;
  readOnlySchemes: Set<string>;
  /** What a search for a pattern answers: addresses. */
  find: (pattern: string) => readonly string[];
  /** What progress that can be cancelled hands out. */
  token: { isCancellationRequested: boolean };
  /** What dialogs for saving answer: the place that they suggest, another, or none. */
  place: (suggested: string) => string | undefined;
  /** By setting and target (1 user, 2 workspace, 3 folder). */
  settings: Map<string, Partial<Record<number, unknown>>>;
  /** Every setting that was read, and for what: undefined where nothing was said, null for the window. */
  readonly reads: (readonly [key: string, scope: unknown])[];
  /** What messages with buttons answer: the button pressed. */
  answer: (message: string, ...items: string[]) => Promise<string | undefined>;
  /** Patterns of files that are watched. */
  readonly watched: string[];
  /** Every command that was run, with what it was given. */
  readonly commands: (readonly unknown[])[];
  /** What was changed in documents. */
  readonly edits: unknown[][];
  /** Every message and status text, in order. */
  readonly said: string[];
}

/** An empty, trusted workspace in `file:///ws`. */
const fresh = (): FakeEditor => ({
  documents: [],
  visible: [],
  active: undefined,
  show: () => undefined,
  tabs: [],
  files: new Map(),
  bytes: new Map(),
  folder: 'file:///ws',
  isTrusted: true,
  readOnlySchemes: new Set(),
  find: () => [],
  token: { isCancellationRequested: false },
  place: (suggested) => suggested,
  settings: new Map(),
  reads: [],
  answer: () => Promise.resolve(undefined),
  watched: [],
  commands: [],
  edits: [],
  said: [],
});

/** The editor as it is now. */
export const editor: FakeEditor = fresh();

/** Makes the editor anew for a test: nobody listens, and functions that a test put in the place of its own are gone. */
export function resetEditor(): void {
  Object.assign(editor, fresh());
  for (const emitter of Object.values(events)) emitter.clear();
  for (const [part, own] of parts) {
    for (const name of Object.keys(part)) if (!(name in own)) Reflect.deleteProperty(part, name);
    Object.defineProperties(part, own);
  }
}

class Emitter<T> {
  private listeners: ((value: T) => unknown)[] = [];
  readonly event = (listener: (value: T) => unknown): { dispose: () => void } => {
    this.listeners.push(listener);
    return { dispose: () => (this.listeners = this.listeners.filter((one) => one !== listener)) };
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  clear(): void {
    this.listeners = [];
  }
  dispose(): void {
    this.clear();
  }
}

/** What the editor tells its listeners; a test fires them. */
export const events = {
  open: new Emitter<vscode.TextDocument>(),
  close: new Emitter<vscode.TextDocument>(),
  save: new Emitter<vscode.TextDocument>(),
  create: new Emitter<{ files: vscode.Uri[] }>(),
  change: new Emitter<unknown>(),
  rename: new Emitter<{ files: { oldUri: vscode.Uri; newUri: vscode.Uri }[] }>(),
  trust: new Emitter<void>(),
  folders: new Emitter<void>(),
  configuration: new Emitter<unknown>(),
  tabs: new Emitter<void>(),
  other: new Emitter<never>(),
};

class Uri {
  constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query = '',
  ) {}
  static parse(text: string): Uri {
    const [, scheme = '', path = '', query] = /^([^:]+):(?:\/\/)?([^?]*)\??(.*)$/.exec(text) ?? [];
    return new Uri(scheme, path, query);
  }
  static joinPath(base: Uri, ...segments: string[]): Uri {
    const parts = base.path.split('/').filter((part) => part !== '');
    for (const segment of segments)
      if (segment === '..') parts.pop();
      else parts.push(segment);
    return new Uri(base.scheme, `/${parts.join('/')}`);
  }
  with({ scheme = this.scheme, path = this.path, query = this.query }: Partial<Uri>): Uri {
    return new Uri(scheme, path, query);
  }
  toString(): string {
    const query = this.query === '' ? '' : `?${this.query}`;
    return `${this.scheme}:${this.scheme === 'untitled' ? '' : '//'}${this.path}${query}`;
  }
}

class Range {
  readonly start: { line: number; character: number };
  readonly end: { line: number; character: number };
  constructor(line: number, character: number, endLine: number, endCharacter: number) {
    this.start = { line, character };
    this.end = { line: endLine, character: endCharacter };
  }
  contains({ line, character }: { line: number; character: number }): boolean {
    const { start, end } = this;
    const isAfter = line > start.line || (line === start.line && character >= start.character);
    return isAfter && (line < end.line || (line === end.line && character <= end.character));
  }
  intersection({ start, end }: Range): Range | undefined {
    const from = this.contains(start) ? start : this.start;
    const to = this.contains(end) ? end : this.end;
    const isShared =
      this.contains(start) || this.contains(end) || (isBefore(start, from) && isBefore(to, end));
    return isShared ? new Range(from.line, from.character, to.line, to.character) : undefined;
  }
}

class Selection extends Range {
  constructor(start: Range['start'], end: Range['end']) {
    super(start.line, start.character, end.line, end.character);
  }
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

class RelativePattern {
  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {}
}

class TabInputText {
  constructor(readonly uri: Uri) {}
}

class TabInputTextDiff {
  constructor(
    readonly original: Uri,
    readonly modified: Uri,
  ) {}
}

class SnippetString {
  constructor(readonly value: string) {}
}

class TabInputWebview {
  constructor(readonly viewType: string) {}
}

interface FakeGroup {
  viewColumn: number;
  tabs: { input: unknown; isActive: boolean; group: FakeGroup }[];
  activeTab: unknown;
}

/** The only group of tabs. */
function tabGroup(): FakeGroup {
  const group: FakeGroup = { viewColumn: 1, tabs: [], activeTab: undefined };
  group.tabs = editor.tabs.map((input, index) => ({ input, isActive: index === 0, group }));
  group.activeTab = group.tabs[0];
  return group;
}

/** Closes tabs of the group. */
function closeTabs(tabs: readonly { input: unknown }[]): Promise<boolean> {
  const inputs = new Set(tabs.map(({ input }) => input));
  editor.tabs = editor.tabs.filter((input) => !inputs.has(input));
  return Promise.resolve(true);
}

class WorkspaceEdit {
  readonly edits: unknown[] = [];
  set(uri: Uri, edits: readonly unknown[]): void {
    this.edits.push(uri.toString(), ...edits);
  }
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: events.other.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {
    // Nothing to let go.
  }
}

class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}

class TreeItem {
  constructor(readonly label: string) {}
}

class CancellationError extends Error {}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

const fs = {
  isWritableFileSystem: (scheme: string) => !editor.readOnlySchemes.has(scheme),
  readFile: (uri: Uri) => {
    const bytes = editor.bytes.get(uri.toString());
    if (bytes) return Promise.resolve(bytes);
    const text = editor.files.get(uri.toString());
    if (text === undefined) return Promise.reject(new FileSystemError(uri.toString()));
    return Promise.resolve(new TextEncoder().encode(text));
  },
  writeFile: (uri: Uri, bytes: Uint8Array) =>
    editor.readOnlySchemes.has(uri.scheme)
      ? Promise.reject(new Error('No permission'))
      : Promise.resolve(void editor.files.set(uri.toString(), new TextDecoder().decode(bytes))),
  stat: (uri: Uri) =>
    editor.files.has(uri.toString()) || editor.bytes.has(uri.toString())
      ? Promise.resolve({})
      : Promise.reject(new FileSystemError(uri.toString())),
  delete: (uri: Uri) =>
    editor.files.delete(uri.toString())
      ? Promise.resolve()
      : Promise.reject(new FileSystemError(uri.toString())),
  createDirectory: () => Promise.resolve(),
  rename: (from: Uri, to: Uri) => {
    const text = editor.files.get(from.toString());
    if (text === undefined) return Promise.reject(new FileSystemError(from.toString()));
    editor.files.delete(from.toString());
    editor.files.set(to.toString(), text);
    return Promise.resolve();
  },
};

const say = (text: string, ...items: string[]): Promise<string | undefined> => {
  editor.said.push(text);
  return editor.answer(text, ...items);
};

const stub = {
  Uri,
  Range,
  Selection,
  RelativePattern,
  TextEdit: { replace: (range: Range, newText: string) => ({ range, newText }) },
  WorkspaceEdit,
  CancellationError,
  CancellationTokenSource,
  Diagnostic,
  DiagnosticSeverity: { Error: 0 },
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  ThemeColor: String,
  TreeItem,
  TreeItemCollapsibleState: {},
  LanguageStatusSeverity: {},
  OverviewRulerLane: {},
  QuickPickItemKind: { Separator: -1, Default: 0 },
  ViewColumn: { One: 1, Active: -1, Beside: -2 },
  TextEditorRevealType: { InCenter: 1 },
  SnippetString,
  DecorationRangeBehavior: {},
  ProgressLocation: { Notification: 15 },
  EventEmitter: Emitter,
  FileSystemError,
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  workspace: {
    fs,
    get isTrusted() {
      return editor.isTrusted;
    },
    get textDocuments() {
      return editor.documents;
    },
    get workspaceFolders() {
      return editor.folder === null ? undefined : [{ uri: Uri.parse(editor.folder) }];
    },
    asRelativePath: (uri: Uri) => uri.path,
    getWorkspaceFolder: (uri: Uri) =>
      editor.folder !== null && uri.toString().startsWith(`${editor.folder}/`)
        ? { uri: Uri.parse(editor.folder) }
        : undefined,
    getConfiguration: (_?: string, scope?: unknown) => ({
      get: (key: string, fallback?: unknown) => {
        editor.reads.push([key, scope]);
        return valueOf(key, scope) ?? fallback;
      },
      inspect: (key: string) => ({
        globalValue: editor.settings.get(key)?.[1],
        workspaceValue: editor.settings.get(key)?.[2],
        workspaceFolderValue: editor.settings.get(key)?.[3],
      }),
      update: (key: string, value: unknown, target: number) =>
        Promise.resolve(void editor.settings.set(key, { ...editor.settings.get(key), [target]: value })),
    }),
    applyEdit: ({ edits }: WorkspaceEdit) => Promise.resolve(editor.edits.push(edits) > 0),
    findFiles: ({ pattern }: RelativePattern) => Promise.resolve(editor.find(pattern).map(Uri.parse)),
    createFileSystemWatcher: ({ pattern }: RelativePattern) => {
      editor.watched.push(pattern);
      const { event } = events.other;
      return { onDidChange: event, onDidCreate: event, onDidDelete: event, dispose: () => undefined };
    },
    onDidOpenTextDocument: events.open.event,
    onDidCloseTextDocument: events.close.event,
    onDidSaveTextDocument: events.save.event,
    onDidCreateFiles: events.create.event,
    onDidChangeTextDocument: events.change.event,
    onDidRenameFiles: events.rename.event,
    onDidChangeWorkspaceFolders: events.folders.event,
    onDidGrantWorkspaceTrust: events.trust.event,
    onDidChangeConfiguration: events.configuration.event,
  },
  window: {
    get visibleTextEditors() {
      return editor.visible;
    },
    get activeTextEditor() {
      return editor.active ?? editor.visible[0];
    },
    tabGroups: {
      get all() {
        return [tabGroup()];
      },
      get activeTabGroup() {
        return tabGroup();
      },
      close: closeTabs,
      onDidChangeTabs: events.tabs.event,
      onDidChangeTabGroups: events.other.event,
    },
    createTextEditorDecorationType: () => ({ dispose: () => undefined }),
    onDidChangeActiveTextEditor: events.other.event,
    onDidChangeVisibleTextEditors: events.other.event,
    onDidChangeTextEditorSelection: events.other.event,
    onDidChangeWindowState: events.other.event,
    showInformationMessage: say,
    showWarningMessage: say,
    showErrorMessage: say,
    setStatusBarMessage: (text: string) => void editor.said.push(text),
    showTextDocument: (document: vscode.TextDocument, column?: vscode.ViewColumn) =>
      Promise.resolve(editor.show(document, column)),
    showSaveDialog: ({ defaultUri }: { defaultUri?: Uri }) => {
      const place = editor.place(defaultUri?.toString() ?? '');
      return Promise.resolve(place === undefined ? undefined : Uri.parse(place));
    },
    withProgress: (_: unknown, task: (progress: unknown, token: unknown) => unknown) =>
      task(
        { report: () => undefined },
        Object.assign(editor.token, { onCancellationRequested: events.other.event }),
      ),
    showQuickPick: (items: readonly { kind?: number }[]) =>
      Promise.resolve(items.find(({ kind }) => kind !== -1)),
  },
  commands: {
    executeCommand: (...command: readonly unknown[]) => {
      editor.commands.push(command);
      return Promise.resolve();
    },
  },
  languages: { getDiagnostics: () => [] },
  extensions: { getExtension: () => undefined },
};

/** What tests replace, as it is here. */
const parts = [fs, Uri, stub.commands, stub.languages, stub.window, stub.workspace].map(
  (part) => [part, Object.getOwnPropertyDescriptors(part)] as const,
);

function valueOf(key: string, scope: unknown): unknown {
  const values = editor.settings.get(key) ?? {};
  // What a folder has does not hold for the window.
  return (scope ? values[3] : undefined) ?? values[2] ?? values[1];
}

/** A document of the editor; `isClosed` is set by {@link close}. */
export function openDocument(uri: string, text = ''): vscode.TextDocument & { isClosed: boolean } {
  const document = {
    uri: Uri.parse(uri),
    isClosed: false,
    isUntitled: uri.startsWith('untitled:'),
    languageId: 'zh-policy',
    version: 1,
    getText: () => text,
    positionAt: (character: number) => ({ line: 0, character }),
  } as unknown as vscode.TextDocument & { isClosed: boolean };
  editor.documents.push(document);
  events.open.fire(document);
  return document;
}

/** Closes a document as the editor does: closed first, then told. */
export function close(document: vscode.TextDocument & { isClosed: boolean }): void {
  document.isClosed = true;
  editor.documents = editor.documents.filter((one) => one !== document);
  events.close.fire(document);
}

/** Tells that a file or folder has another address now. */
export function rename(oldUri: string, newUri: string): void {
  events.rename.fire({ files: [{ oldUri: asUri(oldUri), newUri: asUri(newUri) }] });
}

const asUri = (uri: string): vscode.Uri => Uri.parse(uri) as unknown as vscode.Uri;

/** An event that never comes. */
export const never = (): vscode.Disposable => ({ dispose: () => undefined });

/** All work that was begun, done; what waits for time to pass, not. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Load = (request: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? stub : load.call(loader, request, ...rest));
