import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDraft } from '../../../src/cli/output/draft';
import { writeWhole } from '../../../src/cli/output/sink';
import { createTranslator } from '../../../src/l10n/translator';
import { cli, folderWith, memo } from './harness';

async function write(path: string, text: string): Promise<void> {
  const draft = await openDraft(path);
  await draft.write(text);
  await draft.finish();
}

describe('a file that is written', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('stays as it was on a full disk, and the message says so', async () => {
    const folder = folderWith({ 'old.csv': 'old' });
    function* pieces(): Generator<string> {
      yield 'new';
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    await assert.rejects(
      writeWhole('old.csv', pieces(), folder, createTranslator('en').t),
      /^Error: Cannot write old\.csv \(ENOSPC\): the disk is full\. Make room/,
    );
    assert.deepEqual(readdirSync(folder), ['old.csv']);
    assert.equal(readFileSync(join(folder, 'old.csv'), 'utf8'), 'old');
  });

  it('is reached through links, also one that leads nowhere yet', async () => {
    const folder = folderWith({ 'there/old.txt': 'old' });
    symlinkSync('there/old.txt', join(folder, 'link'));
    symlinkSync('there/new.txt', join(folder, 'loose'));
    await write(join(folder, 'link'), 'new');
    await write(join(folder, 'loose'), 'new');
    for (const name of ['link', 'loose']) assert.ok(lstatSync(join(folder, name)).isSymbolicLink(), name);
    for (const name of ['old.txt', 'new.txt'])
      assert.equal(readFileSync(join(folder, 'there', name), 'utf8'), 'new');
    assert.deepEqual(readdirSync(join(folder, 'there')).sort(), ['new.txt', 'old.txt']);
  });

  it('keeps its permissions', async () => {
    const file = join(folderWith({ 'a.txt': 'old' }), 'a.txt');
    chmodSync(file, 0o640);
    await write(file, 'new');
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('may have a name as long as a file can have', async () => {
    const folder = folderWith({});
    // 253 bytes of 255.
    const name = `${'关于'.repeat(41)}的.txt`;
    await write(join(folder, name), 'new');
    assert.deepEqual(readdirSync(folder), [name]);
  });

  it('is not replaced where it is a device or a pipe', async () => {
    const folder = folderWith({});
    symlinkSync('/dev/null', join(folder, 'null'));
    await write(join(folder, 'null'), 'new');
    assert.ok(statSync(join(folder, 'null')).isCharacterDevice());
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
    const read = once(reader.stdout, 'data');
    await write(pipe, 'new');
    assert.equal(String((await read)[0]), 'new');
    assert.ok(statSync(pipe).isFIFO());
  });

  it('leaves nothing behind when it cannot be put in place, or the process is told to end', async () => {
    const folder = folderWith({ 'a.txt': 'old' });
    const draft = await openDraft(join(folder, 'a.txt'));
    await draft.write('new');
    await draft.abandon();
    const module = new URL('../../../src/cli/output/draft.ts', import.meta.url).href;
    const script = `import { openDraft } from ${JSON.stringify(module)};
      const draft = await openDraft(${JSON.stringify(join(folder, 'a.txt'))});
      await draft.write('new');
      console.log('begun');
      setInterval(() => undefined, 1000);`;
    const program = join(folderWith({ 'run.mjs': script }), 'run.mjs');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const child = spawn(process.execPath, ['--import', 'tsx', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      assert.equal(readdirSync(folder).length, 2);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [null, signal]);
      assert.deepEqual(readdirSync(folder), ['a.txt']);
    }
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'old');
  });
});

describe('a file that a run reads or lists', () => {
  const page = '<h1>关于成果转化的通知</h1>';
  const files = {
    'a.txt': memo,
    'meta.csv': 'path,year\na.txt,2025\n',
    'tax.yaml': 'id: mine\nversion: 1.0.0\nextends: zhou-wu-2025\n',
    'base.json': '{"documents":[]}',
    'page.html': page,
    'README.md': '说明',
  };
  for (const line of [
    'coverage a.txt -f csv --metadata meta.csv -o meta.csv',
    'coverage a.txt -f json --taxonomy tax.yaml -o tax.yaml',
    'coverage a.txt -f json --baseline base.json -o base.json',
    'coverage . -f html -o page.html',
    'coverage . -f markdown -o README.md',
  ])
    it(`is not written over: ${line}`, async () => {
      const folder = folderWith(files);
      const { code, out, err } = await cli(line.split(' '), { cwd: folder });
      assert.deepEqual([code, out], [2, ''], err);
      assert.match(err, /原文/);
      for (const [name, content] of Object.entries(files))
        assert.equal(readFileSync(join(folder, name), 'utf8'), content, name);
    });

  it('stays as it was where an import goes to another name of it', async () => {
    const folder = folderWith({ 'a.html': page });
    linkSync(join(folder, 'a.html'), join(folder, 'a.md'));
    const { code } = await cli(['import', 'a.html', '-o', 'a.md', '--force'], { cwd: folder });
    assert.equal(code, 0);
    assert.equal(readFileSync(join(folder, 'a.html'), 'utf8'), page);
    assert.match(readFileSync(join(folder, 'a.md'), 'utf8'), /^# 关于成果转化的通知/);
  });

  it('keeps no other import back', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.html': page, 'b.html': page, 'out/c.md': '' });
    symlinkSync('../a.html', join(folder, 'out/a.policy.md'));
    const { code, err } = await cli(['import', 'a.html', 'b.html', '-o', 'out', '--force'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(err, /原文/);
    assert.ok(existsSync(join(folder, 'out/b.policy.md')));
  });
});
