import * as vscode from 'vscode';
import { isAboutFolder } from '../../../files/aboutFolder';
import { gitignoreFilter } from '../../../files/gitignore';
import { readSettings, section, strings } from '../../settings/settings';
import { otherDocuments } from '../../../files/extensions';
import { sidecarFolder } from '../../../files/sidecarFolder';

/** Most files of a report; what is more is told. */
const mostFiles = 20_000;
const alwaysLeftOut = '**/{node_modules,.git,.policy-lens}/**';
/** Formats that documents come in, but that have to be imported first. */
const otherFiles = `**/*.{${otherDocuments.join(',')}}`;

/** The documents of all workspace folders, sorted by path. */
export interface Listed {
  readonly files: readonly vscode.Uri[];
  /** README and the like: told, not read. */
  readonly about: readonly vscode.Uri[];
  /** Files of folders whose setting turns the analysis off: told, not read. */
  readonly off: readonly vscode.Uri[];
  /** Files that `policyLens.include` names, as URIs. */
  readonly included: ReadonlySet<string>;
  /** Sidecars, as URIs. */
  readonly sidecars: ReadonlySet<string>;
  /** Folders in which there are more files than are read. */
  readonly cut: readonly vscode.WorkspaceFolder[];
  /** What `.gitignore` leaves out, by folder. */
  readonly ignored: ReadonlyMap<vscode.WorkspaceFolder, IgnoreRules>;
}

/** What else a report needs of the workspace folders, sorted by path. */
export interface ListedBeside {
  /** Documents in other formats: told, not read. */
  readonly other: readonly vscode.Uri[];
  /** Every `metadata.csv`. */
  readonly metadata: readonly vscode.Uri[];
}

/** Whether a path, relative to the workspace folder, is left out. */
type IgnoreRules = (path: string) => boolean;

/** What the settings say is read; patterns relative to the folder. */
export function patternsOf(folder: vscode.WorkspaceFolder): {
  readonly include: readonly string[];
  readonly exclude: string;
} {
  const configuration = vscode.workspace.getConfiguration(section, folder);
  return {
    include: strings(configuration.get('coverage.include')),
    exclude: `{${[alwaysLeftOut, ...strings(configuration.get('coverage.exclude'))].join(',')}}`,
  };
}

/** Lists what `policyLens.coverage.include` takes in and neither exclude settings nor `.gitignore` leave out. */
export async function listFiles(token: vscode.CancellationToken): Promise<Listed> {
  const folders = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(async (folder) => {
      const { include, exclude } = patternsOf(folder);
      const { include: named, enable } = readSettings(folder);
      const search = (pattern: string, most?: number): Thenable<vscode.Uri[]> =>
        vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), exclude, most, token);
      const [rules, found, included, sidecars] = await Promise.all([
        gitignoreOf(folder, token),
        Promise.all(include.map((pattern) => search(pattern, mostFiles + 1))),
        Promise.all(named.map((pattern) => search(pattern))),
        sidecarsOf(folder, token),
      ]);
      return { folder, rules, found, isOff: enable === 'never', included: included.flat(), sidecars };
    }),
  );
  const files = new Map<string, vscode.Uri>();
  const off = new Map<string, vscode.Uri>();
  for (const { folder, rules, found, isOff } of folders)
    for (const uris of found) take(isOff ? off : files, uris.slice(0, mostFiles), folder, rules);
  const all = sorted(files);
  const silent = sorted(off);
  return {
    files: all.filter(({ path }) => !isAboutFolder(path)),
    about: [...all, ...silent].filter(({ path }) => isAboutFolder(path)),
    off: silent.filter(({ path }) => !isAboutFolder(path)),
    included: new Set(folders.flatMap(({ included }) => included.map(String))),
    sidecars: new Set(folders.flatMap(({ sidecars }) => sidecars.map(String))),
    cut: folders
      .filter(({ found }) => found.some((uris) => uris.length > mostFiles))
      .map(({ folder }) => folder),
    ignored: new Map(folders.map(({ folder, rules }) => [folder, rules])),
  };
}

/** Lists what a report tells beside the documents, or groups them by; the documents do not wait for it. */
export async function listBeside({ files, about, ignored }: Listed): Promise<ListedBeside> {
  const other = new Map<string, vscode.Uri>();
  const metadata = new Map<string, vscode.Uri>();
  await Promise.all(
    [...ignored].map(async ([folder, rules]) => {
      const { exclude } = patternsOf(folder);
      const search = (pattern: string, most?: number): Thenable<vscode.Uri[]> =>
        vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), exclude, most);
      const [others, tables] = await Promise.all([search(otherFiles, mostFiles), search('**/metadata.csv')]);
      take(other, others, folder, rules);
      take(metadata, tables, folder, rules);
    }),
  );
  for (const uri of [...files, ...about]) other.delete(uri.toString());
  return { other: sorted(other), metadata: sorted(metadata) };
}

function take(
  into: Map<string, vscode.Uri>,
  uris: readonly vscode.Uri[],
  folder: vscode.WorkspaceFolder,
  rules: IgnoreRules,
): void {
  for (const uri of uris) if (!rules(pathIn(folder, uri))) into.set(uri.toString(), uri);
}

function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(folder.uri.path.length).replace(/^\//, '');
}

/** Most folders have none, which is told at once, where a search would go through the whole folder. */
async function sidecarsOf(
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const inside = vscode.Uri.joinPath(folder.uri, ...sidecarFolder);
  try {
    await vscode.workspace.fs.stat(inside);
  } catch {
    return [];
  }
  const pattern = new vscode.RelativePattern(folder, `${sidecarFolder.join('/')}/**/*.json`);
  return vscode.workspace.findFiles(pattern, null, undefined, token);
}

/** `findFiles` knows the settings, but no `.gitignore`. */
async function gitignoreOf(
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<IgnoreRules> {
  const pattern = new vscode.RelativePattern(folder, '**/.gitignore');
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**', undefined, token);
  const texts = new Map<string, string>();
  await Promise.all(
    found.map(async (uri) => {
      const path = pathIn(folder, uri);
      try {
        const bytes = await vscode.workspace.fs.readFile(uri);
        texts.set(path.replace(/\/?\.gitignore$/, ''), new TextDecoder().decode(bytes));
      } catch {
        // Gone in the meantime: then it rules nothing.
      }
    }),
  );
  return gitignoreFilter((inner) => texts.get(inner) ?? null);
}

function sorted(uris: ReadonlyMap<string, vscode.Uri>): vscode.Uri[] {
  return [...uris.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
