/** Coverage of a document and of the workspace, comparison, export and import. */
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import type { ReportSummary } from '../../src/client/report/subjects/subject';
import { ofdFile, textObject } from '../unit/convert/fromOfd/file';
import { oldWordFile } from '../unit/convert/fromOldWord/file';
import { pdfFile } from '../unit/convert/fromPdf/file';
import { paragraph, wordFile } from '../unit/convert/fromWord/file';
import { equal, match, ok } from './assert';
import {
  closeAll,
  eventually,
  fileUri,
  idle,
  open,
  openNew,
  policyLens,
  samples,
  withSetting,
} from './editor';

const bytes = (text: string) => new TextEncoder().encode(text);
const write = (name: string, content: string | Uint8Array) =>
  vscode.workspace.fs.writeFile(fileUri(name), typeof content === 'string' ? bytes(content) : content);
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
/** What the comments of a Word file say, in its own markup. */
const commentsIn = async (uri: vscode.Uri) =>
  strFromU8(unzipSync(await vscode.workspace.fs.readFile(uri))['word/comments.xml'] ?? new Uint8Array());
/** As reports show a file: with the folder's name in front where there are several. */
const path = (name: string) => vscode.workspace.asRelativePath(fileUri(name));
const run = <T>(command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`policyLens.${command}`, ...args);
/** The next report that is drawn and is as wanted. */
const shown = async (wanted: (summary: ReportSummary) => boolean): Promise<ReportSummary> => {
  const { onDidShowReport } = await policyLens();
  return new Promise((resolve) => {
    const listener = onDidShowReport((summary) => {
      if (!wanted(summary)) return;
      listener.dispose();
      resolve(summary);
    });
  });
};
/** What is used here of the built-in Git extension. */
interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

const isReportOpen = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) => input instanceof vscode.TabInputWebview && /policyLens\.report/.test(input.viewType),
    );

describe('reports', () => {
  const folder = 'berichte';
  const has = (name: string) => (summary: ReportSummary) =>
    summary.documents.some((document) => document.path === path(name));

  before(async () => {
    await write(`${folder}/.gitignore`, 'entwurf/\n*.tmp.md\n!wichtig.tmp.md\n');
    await write(`${folder}/entwurf/a.md`, '# 草稿\n');
    await write(`${folder}/b.tmp.md`, '# 草稿\n');
    await write(`${folder}/wichtig.tmp.md`, '# 一、培育技术经理人\n\n省科技厅负责培育技术经理人。\n');
    await write(`${folder}/daten.txt`, new Uint8Array([97, 0, 98]));
    // 科技创新 in GB18030.
    await write(`${folder}/gb.txt`, new Uint8Array([0xbf, 0xc6, 0xbc, 0xbc, 0xb4, 0xb4, 0xd0, 0xc2]));
    await write(`${folder}/意见.docx`, wordFile({ body: paragraph('科技厅负责培育技术经理人。') }));
  });
  after(() => vscode.workspace.fs.delete(fileUri(folder), { recursive: true }));
  afterEach(closeAll);

  it('of the workspace: counted, not counted, skipped, left out by .gitignore; then follows the files', async () => {
    const { documents, skipped } = await run<ReportSummary>('coverWorkspace');
    ok(isReportOpen(), 'no report is open');
    const counted = new Map(documents.map((document) => [document.path, document.counted]));
    equal(counted.get(path(samples.gaps)), true);
    equal(counted.get(path(samples.software)), false);
    ok(
      skipped.some((each) => each.path === path('README.md') && each.reason === 'aboutFolder'),
      'README is counted',
    );
    const inFolder = <T extends { readonly path: string }>(paths: readonly T[]) =>
      paths.filter((each) => each.path.startsWith(path(folder)));
    equal(
      inFolder(documents).map((each) => each.path),
      [path(`${folder}/gb.txt`), path(`${folder}/wichtig.tmp.md`)],
    );
    equal(inFolder(skipped), [
      { path: path(`${folder}/daten.txt`), reason: 'binary' },
      { path: path(`${folder}/意见.docx`), reason: 'notTextFile' },
    ]);

    const added = shown(has(`${folder}/neu.md`));
    await write(`${folder}/neu.md`, '# 一、培育技术经理人\n\n省科技厅负责培育技术经理人。\n');
    await added;
    const removed = shown((summary) => !has(`${folder}/neu.md`)(summary));
    await vscode.workspace.fs.delete(fileUri(`${folder}/neu.md`));
    await removed;
    // A folder is told as one.
    const moved = shown(has(`${folder}/unter/neu.md`));
    await write(`${folder}/unter/neu.md`, '# 一、培育技术经理人\n\n省科技厅负责培育技术经理人。\n');
    await moved;
    const renamed = shown(
      (summary) => has(`${folder}/anders/neu.md`)(summary) && !has(`${folder}/unter/neu.md`)(summary),
    );
    await vscode.workspace.fs.rename(fileUri(`${folder}/unter`), fileUri(`${folder}/anders`));
    await renamed;
    const gone = shown((summary) => !has(`${folder}/anders/neu.md`)(summary));
    await vscode.workspace.fs.delete(fileUri(`${folder}/anders`), { recursive: true });
    await gone;

    // And the settings.
    const off = shown((summary) => summary.documents.length === 0);
    let back: Promise<unknown> = Promise.resolve();
    await withSetting('enable', 'never', async () => {
      const reasons = new Map((await off).skipped.map((each) => [each.path, each.reason]));
      equal(reasons.get(path(samples.gaps)), 'turnedOff');
      back = shown(has(samples.gaps));
    });
    await back;

    const target = fileUri(`${folder}/export`);
    await run('exportCoverage', 'csv', target);
    const tags = vscode.Uri.joinPath(target, 'tags.csv');
    const [one, two, three] = await vscode.workspace.fs.readFile(tags);
    equal([one, two, three], [0xef, 0xbb, 0xbf], 'no byte order mark');
    ok((await read(tags)).includes(path(samples.gaps)), 'the memo is not in the table');
  });

  it('of a folder leaves no symbols behind, when the folder is deleted', async () => {
    const symbols = async (): Promise<number> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'R2.3',
      );
      return found.filter(({ location }) => location.uri.path.includes(`/${folder}/weg/`)).length;
    };
    await write(`${folder}/weg/tief/neu.md`, '# 一、培育技术经理人\n\n省科技厅负责培育技术经理人。\n');
    await run('coverSelection', fileUri(`${folder}/weg`), [fileUri(`${folder}/weg`)]);
    // That it was written may be told only now; then it is read once more.
    while ((await symbols()) === 0);
    const gone = shown(({ documents }) => documents.length === 0);
    await vscode.workspace.fs.delete(fileUri(`${folder}/weg`), { recursive: true });
    await gone;
    // What is deleted is told to the server a moment later, with all that is deleted meanwhile.
    while ((await symbols()) > 0);
  });

  it('of a selection: a folder, or several files, as the explorer names them', async () => {
    const below = await run<ReportSummary>('coverSelection', fileUri(folder), [fileUri(folder)]);
    equal(
      below.documents.map((document) => document.path),
      [path(`${folder}/gb.txt`), path(`${folder}/wichtig.tmp.md`)],
    );
    equal(
      below.skipped.map((each) => each.path),
      [path(`${folder}/daten.txt`), path(`${folder}/意见.docx`)],
    );
    const chosen = [fileUri(samples.gaps), fileUri(`${folder}/b.tmp.md`)];
    const both = await run<ReportSummary>('coverSelection', chosen[0], chosen);
    equal(
      both.documents.map((document) => document.path),
      [path(samples.gaps), path(`${folder}/b.tmp.md`)],
    );
    equal(both.skipped, []);
  });

  it('of a document that is not saved, and follows what is typed', async () => {
    const editor = await openNew(
      'zh-policy',
      '# 若干措施\n\n## 一、培育技术经理人\n\n省科技厅负责培育技术经理人队伍。\n',
    );
    const { documents } = await run<ReportSummary>('coverDocument');
    equal(documents.length, 1);
    const again = shown(() => true);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(
        new vscode.Position(editor.document.lineCount, 0),
        '\n省财政厅设立知识产权质押融资风险补偿资金。\n',
      ),
    );
    await idle(editor.document);
    await again;
  });

  it('of a document that is renamed goes along', async () => {
    const [from, to] = [`${folder}/旧名.policy.md`, `${folder}/新名.policy.md`];
    await write(from, '# 一、培育技术经理人\n\n省科技厅负责培育技术经理人。\n');
    await open(from);
    await run('coverDocument');
    const moved = shown(has(to));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(from), fileUri(to));
    ok(await vscode.workspace.applyEdit(edit), 'not renamed');
    equal((await moved).documents.length, 1);
    const isNamed = ({ label }: vscode.Tab): boolean => label === `Coverage of ${path(to)}`;
    await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isNamed)) ? true : undefined,
    );
  });

  it('compares two files', async () => {
    const { documents } = await run<ReportSummary>('compareWith', fileUri(samples.gaps), [
      fileUri(samples.gaps),
      fileUri(samples.complete),
    ]);
    equal(
      documents.map((document) => document.path),
      [path(samples.gaps), path(samples.complete)],
    );
    const target = fileUri(`${folder}/vergleich.html`);
    await run('exportCoverage', 'html', target);
    match(await read(target), /data-report="comparison"/u);
  });

  it('compares a changed file of the source control view with its last commit', async function () {
    const changed = fileUri('versionen/措施.md');
    const isThere = await vscode.workspace.fs.stat(changed).then(
      () => true,
      () => false,
    );
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!isThere || !extension) {
      console.log('      skipped: no git on this machine, or none in this extension host');
      return this.skip();
    }
    const settings = vscode.workspace.getConfiguration('git');
    const git = await extension.activate();
    const enabled = new Promise<void>((resolve) => {
      if (git.enabled) resolve();
      else git.onDidChangeEnablement(() => resolve());
    });
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    try {
      await enabled;
      ok(
        await git.getAPI(1).openRepository(vscode.Uri.joinPath(changed, '..')),
        'the repository does not open',
      );
      // As the source control view hands over a changed file.
      const { documents } = await run<ReportSummary>('compareWith', { resourceUri: changed });
      const name = path('versionen/措施.md');
      equal(
        documents.map((document) => document.path),
        [`${name} (HEAD)`, name],
      );
      const target = fileUri(`${folder}/seit-commit.md`);
      await run('exportCoverage', 'markdown', target);
      const text = await read(target);
      match(text, /风险补偿资金/u);
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('imports a Word document beside it and never writes over a file', async () => {
    const source = fileUri(`${folder}/意见.docx`);
    const before = await vscode.workspace.fs.readFile(source);
    const first = await run<vscode.Uri[]>('importDocument', source);
    const second = await run<vscode.Uri[]>('importDocument', source);
    equal(
      [...first, ...second].map((uri) => vscode.workspace.asRelativePath(uri)),
      [path(`${folder}/意见.policy.md`), path(`${folder}/意见-2.policy.md`)],
    );
    match(await read(first[0]!), /科技厅负责培育技术经理人。/u);
    equal([...(await vscode.workspace.fs.readFile(source))], [...before], 'the original has changed');
  });

  it('exports a text to Word as it stands in the editor', async () => {
    const text = '# 关于建设平台的通知\n\n由科技局另建平台20个。\n';
    const { document } = await openNew('zh-policy', text);
    const target = fileUri(`${folder}/公文.docx`);
    const uri = await run<vscode.Uri>('exportWord', document.uri, target);
    equal(uri.toString(), target.toString());
    const [again] = await run<vscode.Uri[]>('importDocument', target);
    equal(await read(again!), text);
    equal(document.getText(), text);
  });

  it('writes findings into the margin of a copy of a Word file, and of a text', async () => {
    const source = fileUri(`${folder}/意见.docx`);
    const before = await vscode.workspace.fs.readFile(source);
    const target = fileUri(`${folder}/意见-批注.docx`);
    equal((await run<vscode.Uri>('commentWord', source, target, true)).toString(), target.toString());
    match(await commentsIn(target), /Remedy: [^<]+/u);
    equal([...(await vscode.workspace.fs.readFile(source))], [...before], 'the original has changed');
    await open(samples.gaps);
    const another = fileUri(`${folder}/备忘录-批注.docx`);
    await run('commentWord', undefined, another, false);
    match(await commentsIn(another), /Remedies that are missing:/u);
  });

  it('writes a review note as a new document', async () => {
    await open(samples.gaps);
    const uri = await run<vscode.Uri>('reviewNote');
    equal(uri.scheme, 'untitled');
    match((await vscode.workspace.openTextDocument(uri)).getText(), /^# Review note: .+$/mu);
  });

  it('imports a PDF', async () => {
    const source = fileUri(`${folder}/办法.pdf`);
    await vscode.workspace.fs.writeFile(
      source,
      pdfFile([[{ text: '科技厅负责培育技术经理人。', x: 50, y: 700, size: 16 }]]),
    );
    // Selected together with one that is gone, which keeps it from nothing.
    const all = [fileUri(`${folder}/weg.docx`), source];
    const [written] = await run<vscode.Uri[]>('importDocument', all[0], all);
    match(await read(written!), /科技厅负责培育技术经理人。/u);
  });

  it('imports an OFD', async () => {
    const source = fileUri(`${folder}/通知.ofd`);
    const page = [textObject('科技厅负责培育技术经理人。', { x: 28, y: 60 })];
    await vscode.workspace.fs.writeFile(source, ofdFile([page]));
    const [written] = await run<vscode.Uri[]>('importDocument', source);
    match(await read(written!), /科技厅负责培育技术经理人。/u);
  });

  it('imports an old Word file, also under the name of a PDF', async () => {
    const bytes = oldWordFile({ paragraphs: [{ text: '科技厅负责培育技术经理人。' }] });
    for (const name of ['纪要.doc', '改名.pdf']) {
      const source = fileUri(`${folder}/${name}`);
      await vscode.workspace.fs.writeFile(source, bytes);
      const [written] = await run<vscode.Uri[]>('importDocument', source);
      match(await read(written!), /科技厅负责培育技术经理人。/u);
    }
  });

  it('exports the current document when no report is open', async () => {
    await open(samples.gaps);
    const target = fileUri(`${folder}/einzeln.xlsx`);
    await run('exportCoverage', 'xlsx', target);
    const [p, k] = await vscode.workspace.fs.readFile(target);
    equal([p, k], [0x50, 0x4b]);
  });
});
