import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openDraft } from '../../../src/cli/output/draft';
import { folderWith } from './harness';

async function write(path: string, text: string): Promise<void> {
  const draft = await openDraft(path);
  await draft.write(text);
  await draft.finish();
}

describe('a file that is written', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
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
    const module = join(import.meta.dirname, '../../../src/cli/output/draft.ts');
    const script = `import(${JSON.stringify(module)}).then(async ({ openDraft }) => {
      const draft = await openDraft(${JSON.stringify(join(folder, 'a.txt'))});
      await draft.write('new');
      console.log('begun');
      setInterval(() => undefined, 1000);
    });`;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
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
