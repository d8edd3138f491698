/** A taxonomy of the workspace: taken over, followed, and left again without a reload. */
import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { closeAll, eventually, fileUri, open, overview, policyLens, samples, withSetting } from './editor';

const file = 'own-taxonomy.yaml';
const write = (name: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(
    fileUri(file),
    new TextEncoder().encode(
      `id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\ncategories:\n  - code: S4.4\n    name: ${name}\n    indicators: [{ id: home, zh: 侨商, phrases: [侨商驿站] }]\n`,
    ),
  );

describe('a taxonomy of the workspace', () => {
  after(closeAll);

  it('takes effect when it is named, when it changes, and no longer when it is not', async () => {
    const api = await policyLens();
    const { document } = await open(samples.gaps);
    const uri = document.uri.toString();
    const nameOf = (): string | undefined =>
      api.overview(uri)?.missing.find(({ category }) => category === 'S4.4')?.name;
    await write('侨务');
    equal(
      (await overview(document)).missing.some(({ category }) => category === 'S4.4'),
      false,
    );
    await withSetting('taxonomy', file, async () => {
      await eventually(api.onDidUpdate, () => (nameOf() === '侨务' ? true : undefined));
      await write('侨商服务');
      await eventually(api.onDidUpdate, () => (nameOf() === '侨商服务' ? true : undefined));
    });
    await eventually(api.onDidUpdate, () => (nameOf() === undefined ? true : undefined));
    ok((await overview(document)).missing.length > 0, 'the built-in taxonomy is not back');
  });
});
