/** What a reader sees of the memo with gaps. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import {
  closeAll,
  diagnostics,
  fileUri,
  hintLabels,
  hoverText,
  occurrences,
  open,
  overview,
  placeOf,
  ruleOf,
  samples,
  toRange,
  withSetting,
} from './editor';

/** What the command line found in the samples; the runner puts it into the folder. */
interface Expected {
  readonly documents: readonly {
    readonly path: string;
    readonly annotations: readonly {
      readonly category: string;
      readonly quote: string;
      readonly score: number;
    }[];
    readonly coverage: { readonly missing: readonly string[] };
  }[];
}

describe('the memo with gaps', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await open(samples.gaps));
  });
  after(closeAll);

  it('has every tag the command line finds, and no other', async () => {
    const bytes = await vscode.workspace.fs.readFile(fileUri('expected.json'));
    const { documents } = JSON.parse(new TextDecoder().decode(bytes)) as Expected;
    const expected = documents.find(({ path }) => path.endsWith(samples.gaps));
    ok(expected, 'the command line knows nothing of the sample');
    const found = await overview(document);
    const row = ({ category, quote, score }: { category: string; quote: string; score: number }) =>
      `${category} ${score.toFixed(3)} ${quote}`;
    equal(
      [...new Set(occurrences(found).map(row))].sort(),
      [...new Set(expected.annotations.map(row))].sort(),
    );
    const missing = found.missing.filter(({ status }) => status === 'missing');
    equal(missing.map(({ category }) => category).sort(), [...expected.coverage.missing].sort());
  });

  it('has tags whose places hold their quotes', async () => {
    const all = occurrences(await overview(document));
    ok(all.length > 30, `${all.length} tags`);
    for (const { range, quote } of all) equal(document.getText(toRange(range)), quote);
  });

  it('is told to other extensions as a copy, which they may change', async () => {
    const found = await overview(document);
    const { length } = found.missing;
    (found.missing as unknown[]).length = 0;
    ok(length > 0 && (await overview(document)).missing.length === length, 'what is shown has changed');
  });

  it('explains a tag on hover: category, evidence, source', async () => {
    const text = await hoverText(document, placeOf(document, '技术经理人'));
    match(text, /R2\.3/u);
    match(text, /Technology transfer/u);
    match(text, /Zhou|周军|paper|论文/u, 'names no source');
  });

  it('has a quiet hint at the end of a paragraph', async () => {
    await withSetting('hints', 'all', async () => {
      const labels = await hintLabels(document);
      ok(labels.length > 10, `${labels.length} hints`);
      ok(
        labels.every((label) => /^[▲◆■]/u.test(label)),
        labels.join(' | '),
      );
    });
    await withSetting('hints', 'off', async () => equal(await hintLabels(document), []));
  });

  it('has one diagnostic that lists what is missing, on the title', async () => {
    const found = await diagnostics(document, (list) => list.some((one) => ruleOf(one) === 'PL102'));
    const gaps = found.filter((one) => ruleOf(one) === 'PL102');
    equal(gaps.length, 1);
    ok(document.lineAt(gaps[0]!.range.start.line).text.startsWith('# '), 'not on the title');
    const related = gaps[0]!.relatedInformation ?? [];
    const listed = [gaps[0]!.message, ...related.map(({ message }) => message)].join('\n');
    for (const { category } of (await overview(document)).missing.filter(
      ({ status, notApplicable }) => status === 'missing' && notApplicable === null,
    ))
      match(listed, new RegExp(category.replace('.', '\\.'), 'u'));
  });

  it('offers to put in each missing remedy', async () => {
    const [gap] = (await diagnostics(document, (list) => list.some((one) => ruleOf(one) === 'PL102'))).filter(
      (one) => ruleOf(one) === 'PL102',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      gap!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const inserted = actions.filter(({ command }) => command?.command === 'policyLens.insertRemedy');
    ok(inserted.length > 0, actions.map(({ title }) => title).join(' | '));
  });

  it('has an outline of its official headings', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    const all = names(symbols).join('\n');
    for (const heading of ['一、基本情况', '二、存在的主要问题', '三、下一步工作措施', '四、工作要求'])
      match(all, new RegExp(heading, 'u'));
    match(all, /（一）中试条件跟不上/u);
  });

  it('says above a section what it covers', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    ok(
      lenses.some(({ command }) => command?.command === 'policyLens.showSection'),
      `${lenses.length} lenses`,
    );
  });

  it('gives evidence tokens that do not overlap', async () => {
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const { data } = tokens;
    ok(data.length > 0 && data.length % 5 === 0, `${data.length} numbers`);
    for (let index = 5; index < data.length; index += 5) {
      // Positions are relative to the token before.
      const [line, start, lengthBefore] = [data[index]!, data[index + 1]!, data[index - 3]!];
      ok(line > 0 || start >= lengthBefore, `token ${index / 5} begins inside the one before`);
    }
  });

  it('goes to the next and the previous tag', async () => {
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('policyLens.nextAnnotation');
    const first = editor.selection.active;
    ok(first.line > 0, 'the cursor did not move');
    await vscode.commands.executeCommand('policyLens.nextAnnotation');
    ok(editor.selection.active.isAfter(first), 'the second tag is not after the first');
    await vscode.commands.executeCommand('policyLens.previousAnnotation');
    ok(editor.selection.active.isEqual(first), 'not back at the first tag');
  });
});
