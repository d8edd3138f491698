import * as vscode from 'vscode';
import { isAboutFolder } from '../../files/aboutFolder';
import { gitignoreFilter } from '../../files/gitignore';
import { section } from '../settings/settings';

/** Most files of a report; what is more is told. */
const mostFiles = 20_000;
const alwaysLeftOut = '**/{node_modules,.git,.policy-lens}/**';
/** Formats that documents come in, but that have to be imported first. */
const otherDocuments = '**/*.{doc,docx,wps,odt,rtf,pdf,ofd,html,htm}';

/** The documents of all workspace folders, sorted by path. */
export interface Listed {
  readonly files: readonly vscode.Uri[];
  /** README and the like: told, not read. */
  readonly about: readonly vscode.Uri[];
  /** Documents in other formats: told, not read. */
  readonly other: readonly vscode.Uri[];
  /** Every `metadata.csv`. */
  readonly metadata: readonly vscode.Uri[];
  /** Sidecars, as URIs. */
  readonly sidecars: ReadonlySet<string>;
  /** Folders in which there are more files than are read. */
  readonly cut: readonly vscode.WorkspaceFolder[];
}

/** What the settings say is read; patterns relative to the folder. */
export function patternsOf(folder: vscode.WorkspaceFolder): {
  readonly include: readonly string[];
  readonly exclude: string;
} {
  const configuration = vscode.workspace.getConfiguration(section, folder);
  const strings = (key: string): string[] =>
    configuration.get<unknown[]>(key, []).filter((each): each is string => typeof each === 'string');
  return {
    include: strings('coverage.include'),
    exclude: `{${[alwaysLeftOut, ...strings('coverage.exclude')].join(',')}}`,
  };
}

/** Lists what `policyLens.coverage.include` takes in and neither exclude settings nor `.gitignore` leave out. */
export async function listFiles(token: vscode.CancellationToken): Promise<Listed> {
  const files = new Map<string, vscode.Uri>();
  const other = new Map<string, vscode.Uri>();
  const metadata = new Map<string, vscode.Uri>();
  const sidecars = new Set<string>();
  const cut: vscode.WorkspaceFolder[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const { include, exclude } = patternsOf(folder);
    const search = async (pattern: string, most?: number): Promise<readonly vscode.Uri[]> =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), exclude, most, token);
    const [rules, found, others, tables, kept] = await Promise.all([
      gitignoreOf(folder, token),
      Promise.all(include.map((pattern) => search(pattern, mostFiles + 1))),
      search(otherDocuments, mostFiles),
      search('**/metadata.csv'),
      vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, '.policy-lens/annotations/**/*.json'),
        null,
        undefined,
        token,
      ),
    ]);
    const take = (into: Map<string, vscode.Uri>, uris: readonly vscode.Uri[]): void => {
      for (const uri of uris)
        if (!rules(uri.path.slice(folder.uri.path.length).replace(/^\//, ''))) into.set(uri.toString(), uri);
    };
    if (found.some((uris) => uris.length > mostFiles)) cut.push(folder);
    for (const uris of found) take(files, uris.slice(0, mostFiles));
    take(other, others);
    take(metadata, tables);
    for (const uri of kept) sidecars.add(uri.toString());
  }
  for (const key of files.keys()) other.delete(key);
  const all = sorted(files);
  return {
    files: all.filter(({ path }) => !isAboutFolder(path)),
    about: all.filter(({ path }) => isAboutFolder(path)),
    other: sorted(other),
    metadata: sorted(metadata),
    sidecars,
    cut,
  };
}

/** `findFiles` knows the settings, but no `.gitignore`. */
async function gitignoreOf(
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<(path: string) => boolean> {
  const pattern = new vscode.RelativePattern(folder, '**/.gitignore');
  const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**', undefined, token);
  const texts = new Map<string, string>();
  await Promise.all(
    found.map(async (uri) => {
      const path = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
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
