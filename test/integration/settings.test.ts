/** Settings take effect without a reload. */
import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import {
  closeAll,
  diagnostics,
  eventually,
  hoverText,
  open,
  overview,
  placeOf,
  policyLens,
  ruleOf,
  samples,
  show,
  withSetting,
} from './editor';

const has = (rule: string) => (list: readonly vscode.Diagnostic[]) =>
  list.some((one) => ruleOf(one) === rule);

describe('settings of a folder', () => {
  after(closeAll);

  it('hold for its documents only', async () => {
    const api = await policyLens();
    const spoken = (await open(samples.gaps)).document;
    await diagnostics(spoken, has('PL102'));
    const silent = (await open('01.policy.md', 1)).document;
    ok(api.overview(silent.uri.toString()) === undefined, 'the panel shows something');
    equal(vscode.languages.getDiagnostics(silent.uri), []);
    ok(api.overview(spoken.uri.toString()), 'the other folder is silent, too');
  });
});

describe('settings, without a reload', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await open(samples.gaps));
  });
  after(closeAll);

  it('turn a rule off and on', async () => {
    await diagnostics(document, has('PL102'));
    await withSetting('rules', { PL102: 'off' }, async () => {
      await diagnostics(document, (list) => !has('PL102')(list));
    });
    await diagnostics(document, has('PL102'));
  });

  it('change the language of hover and problems', async () => {
    const place = placeOf(document, '技术经理人');
    await withSetting('language', 'zh-CN', async () => {
      await diagnostics(document, (list) => list.some(({ message }) => /缺/u.test(message)));
      match(await hoverText(document, place), /技术转移/u);
    });
    await diagnostics(document, (list) => list.some(({ message }) => /missing/u.test(message)));
    match(await hoverText(document, place), /Technology transfer/u);
  });

  it('reach what is known of a text behind another, once it is looked at', async () => {
    await vscode.window.showTextDocument(document, { preview: false });
    const first = async (): Promise<string> => (await overview(document)).missing[0]?.name ?? '';
    match(await first(), /^[A-Z]/u);
    await open(samples.complete);
    await withSetting('language', 'zh-CN', async () => {
      await show(document);
      match(await first(), /^\p{Script=Han}/u);
    });
  });

  it('silence everything with enable: never', async () => {
    const api = await policyLens();
    await diagnostics(document, has('PL102'));
    await withSetting('enable', 'never', async () => {
      await diagnostics(document, (list) => list.length === 0);
      ok(api.overview(document.uri.toString()) === undefined, 'the panel still shows something');
    });
    await diagnostics(document, has('PL102'));
    await eventually(api.onDidUpdate, () => api.overview(document.uri.toString()));
  });
});
