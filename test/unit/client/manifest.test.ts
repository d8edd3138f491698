import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../support/vscode';
import { contextKeys } from '../../../src/client/contextKeys';
import { panelStates } from '../../../src/client/documents/panelState';
import { rules } from '../../../src/core/rules';
import { contributes, manifestText } from '../support/manifest';

const words = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const [english, chinese] = [words('package.nls.json'), words('package.nls.zh-cn.json')];

/** Every condition below a part of the manifest. */
function conditionsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && (name === 'when' || name === 'enablement')
      ? [value]
      : typeof value === 'string' && value.startsWith('onContext:')
        ? [value.slice('onContext:'.length)]
        : conditionsIn(value),
  );
}

describe('manifest', () => {
  const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!));

  it('has every word in both languages, and no other', () => {
    const files = 'package.nls.json and package.nls.zh-cn.json';
    assert.deepEqual(
      [...used].filter((key) => !english[key] || !chinese[key]),
      [],
      `not in both ${files}`,
    );
    assert.deepEqual(
      Object.keys(english).filter((key) => !used.has(key)),
      [],
      `in ${files}, but not in package.json`,
    );
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  it('puts nothing beside “delete” and “rename” in the menu of the explorer', () => {
    const groups = contributes.menus['explorer/context']!.map(({ group }) => group ?? '');
    assert.deepEqual(
      groups.filter((group) => group.startsWith('7_modification')),
      [],
    );
  });

  it('uses only commands that it contributes', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const named = [
      ...Object.values(contributes.menus).flat(),
      ...[...JSON.stringify(contributes.keybindings).matchAll(/"command":"([^"]+)"/g)].map(([, command]) => ({
        command: command!,
      })),
      ...[
        ...`${JSON.stringify(english)}${JSON.stringify(chinese)}`.matchAll(
          /command:(policyLens\.\w+)(?!\w*\.)/g,
        ),
      ].map(([, command]) => ({ command: command! })),
    ].flatMap(({ command }) => (command?.startsWith('policyLens.') ? [command] : []));
    // A view's `focus` command comes with the view.
    const views = new Set(contributes.views.policyLens.map(({ id }) => id));
    assert.deepEqual(
      named.filter((command) => !known.has(command) && !views.has(command)),
      [],
    );
  });

  for (const command of ['newMemo', 'coverSelection', 'coverWorkspace', 'compareWith', 'exportWord'])
    it(`offers ${command} with files only where there was a policy text`, () => {
      const entries = ['explorer/context', 'scm/resourceState/context']
        .flatMap((menu) => contributes.menus[menu] ?? [])
        .filter((entry) => entry.command === `policyLens.${command}`);
      assert.ok(entries.length > 0);
      for (const { when } of entries) assert.match(when ?? '', /^policyLens\.hasPolicyText && /u);
    });

  it('offers to import Word, PDF and OFD files anywhere, web pages only where there was a policy text', () => {
    const [entry] = (contributes.menus['explorer/context'] ?? []).filter(
      ({ command }) => command === 'policyLens.importDocument',
    );
    const [anywhere = '', ...rest] = entry?.when?.split(' || ') ?? [];
    for (const extension of ['docx', 'pdf', 'ofd']) assert.ok(anywhere.includes(extension), anywhere);
    assert.ok(!anywhere.includes('html'), anywhere);
    for (const when of rest) assert.match(when, /^policyLens\.hasPolicyText && .*html/u);
    const extensions = new RegExp(/=~ \/(.*)\/i/u.exec(anywhere)?.[1] ?? '', 'iu');
    for (const each of ['.docx', '.doc', '.wps', '.DOC', '.pdf']) assert.match(each, extensions);
    for (const each of ['.docm', '.xls', '.md']) assert.doesNotMatch(each, extensions);
  });

  it('lists the report of what was clicked before that of the whole workspace', () => {
    const groups = (command: string): string[] =>
      (contributes.menus['explorer/context'] ?? [])
        .filter((entry) => entry.command === `policyLens.${command}`)
        .map(({ group }) => group ?? '');
    const [workspace = ''] = groups('coverWorkspace');
    for (const selection of groups('coverSelection')) assert.ok(selection < workspace, selection);
  });

  it('has on Linux other keys than those that desktops keep for their windows, named in README', () => {
    const taken = contributes.keybindings.filter(({ key }) => /^(?:shift\+)?alt\+f\d+$/u.test(key ?? ''));
    assert.ok(taken.length > 0);
    const readme = readFileSync('README.md', 'utf8').toLowerCase();
    for (const { command, when } of taken) {
      const other = contributes.keybindings.find((each) => each.command === command && each.linux);
      assert.equal(other?.when, when, command);
      assert.equal(readme.split(`\`${other?.linux ?? ''}\``).length, 3, command);
    }
  });

  it('has its keys in both halves of README, and none of them twice', () => {
    const halves = readFileSync('README.md', 'utf8').toLowerCase().split(/^---$/mu);
    const keys = contributes.keybindings.map(({ key, linux }) => key ?? linux ?? '');
    for (const half of halves)
      assert.deepEqual(
        keys.filter((key) => !half.includes(`\`${key}\``)),
        [],
      );
    const bound = contributes.keybindings.map(({ when }, at) => `${keys[at] ?? ''} when ${when ?? ''}`);
    assert.deepEqual(
      bound.filter((each, at) => bound.indexOf(each) !== at),
      [],
    );
  });

  it('asks to open a text only once it is known that none is open', () => {
    // The key has no value until the extension runs: on a slow machine a text may be open long before that.
    const shown = (key: string): string[] =>
      contributes.viewsWelcome
        .filter(({ view, when }) => view === 'policyLens.missing' && when === key)
        .map(({ contents }) => contents);
    assert.deepEqual(shown('!policyLens.state'), ['%welcome.starting%']);
    assert.deepEqual(shown('policyLens.state == none'), ['%welcome.none%']);
  });

  it('asks in its conditions for what the client tells, and for all of it', () => {
    const conditions = conditionsIn(contributes);
    assert.ok(conditions.length > 80);
    // A view's own name is no condition of ours.
    const asked = conditions.flatMap((condition) => [
      ...condition
        .replaceAll(/\b(?:view|focusedView|activeWebviewPanelId) =[=~] \S+/gu, '')
        .matchAll(/\bpolicyLens\.[\w.]+/gu),
    ]);
    assert.deepEqual([...new Set(asked.map(([key]) => key))].sort(), [...contextKeys].sort());
    const states = conditions.flatMap((condition) => [
      ...condition.matchAll(/\bpolicyLens\.state (?:== (\w+)|=~ \/\^\(([\w|]+)\)\$\/)/gu),
    ]);
    assert.equal(states.length, conditions.join('\n').match(/\bpolicyLens\.state (?:==|=~|!=)/gu)?.length);
    assert.deepEqual(
      states
        .flatMap(([, one, several]) => one ?? several?.split('|') ?? [])
        .filter((state) => !(panelStates as readonly string[]).includes(state)),
      [],
    );
  });

  it('names only settings that exist', () => {
    const settings = new Set(Object.keys(contributes.configuration.properties));
    const links = `${JSON.stringify(english)}${JSON.stringify(chinese)}`.matchAll(
      /openSettings\?%22(policyLens[\w.]*)%22/g,
    );
    assert.deepEqual(
      [...links].map(([, id]) => id!).filter((id) => !settings.has(id)),
      [],
    );
  });

  it('lists every rule in policyLens.rules with its words (else run npm run docs)', () => {
    const listed = contributes.configuration.properties['policyLens.rules']?.properties ?? {};
    assert.deepEqual(Object.keys(listed).sort(), rules.map(({ id }) => id).sort());
    for (const { id, title, why } of rules) {
      assert.equal(english[`config.rules.${id}`], `${title.en}. ${why.en}`);
      assert.equal(chinese[`config.rules.${id}`], `${title.zh}。${why.zh}`);
    }
  });
});

describe('settings', () => {
  const settings = Object.entries(contributes.configuration.properties);

  it('are found by the product’s name in both languages', () => {
    for (const [id, { keywords }] of settings) assert.deepEqual(keywords, ['政策透镜', 'policy lens'], id);
  });

  it('have a name for each value', () => {
    for (const [id, { enum: values, enumItemLabels }] of settings)
      assert.equal(enumItemLabels?.length, values?.length, `enumItemLabels of ${id}`);
  });

  it('have a place of their own', () => {
    const orders = settings.map(([, { order }]) => order);
    assert.deepEqual(
      settings.filter(([, { order }], at) => orders.indexOf(order) !== at).map(([id]) => id),
      [],
      'with no order, or one that another setting has',
    );
  });
});

describe('settings in the client', () => {
  it('are those of the manifest', () => {
    const folder = 'src/client';
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    // Where the name is an argument of what reads settings, whole or as the beginning of a template.
    const read = [
      ...sources.matchAll(
        /\b(?:get|inspect|explicit|strings)(?:<[^()]*>)?\((?:configuration, )?['`]([\w.]+)/gu,
      ),
    ].map(([, name = '']) => name.replace(/\.$/u, ''));
    const unread = Object.keys(contributes.configuration.properties)
      .map((id) => id.slice('policyLens.'.length))
      // The language client reads this one by itself.
      .filter((name) => name !== 'trace.server' && !read.includes(name));
    assert.deepEqual(unread, [], 'in package.json, but read nowhere in src/client');
  });
});
