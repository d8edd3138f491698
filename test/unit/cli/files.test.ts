import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdir,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../../src/cli/input/collect';
import { asPattern } from '../../../src/cli/input/search';
import { cli, folderWith, git, memo, output, repositoryWith } from './harness';

async function found(
  cwd: string,
  names: string[],
  include: string[] = [],
  exclude: string[] = [],
): Promise<string[]> {
  return (await collect({ names, include, exclude }, cwd)).inputs.map(({ path }) => path);
}

describe('finding documents', () => {
  const folder = folderWith({
    'a.txt': '',
    'b.policy.md': '',
    'notes.log': '',
    'deep/er/c.markdown': '',
    'deep/private.md': '',
    'deep/.gitignore': 'private.md\n!kept.tmp.md\n',
    'deep/kept.tmp.md': '',
    'build/d.md': '',
    'build/.gitignore': '!d.md\n',
    'x.tmp.md': '',
    '.gitignore': '/build/\n*.tmp.md\nB.policy.md\nDeep/\n',
    'node_modules/e.md': '',
    '.policy-lens/annotations/a.txt.json': '{}',
    '名称 [1].txt': '',
    '.git/HEAD': '',
  });
  const cases: [string, string[], string[], string[], string[]][] = [
    [
      'a folder gives text and Markdown, sorted, without what git ignores',
      ['.'],
      [],
      [],
      ['a.txt', 'b.policy.md', 'deep/er/c.markdown', 'deep/kept.tmp.md', '名称 [1].txt'],
    ],
    [
      'a file is taken although git ignores it',
      ['build/d.md', 'notes.log'],
      [],
      [],
      ['build/d.md', 'notes.log'],
    ],
    ['a pattern honours git', ['**/*.md'], [], [], ['b.policy.md', 'deep/kept.tmp.md']],
    ['a name with brackets is a name first', ['名称 [1].txt'], [], [], ['名称 [1].txt']],
    ['a pattern may escape what is no sign of it', ['名称 \\[*\\].txt'], [], [], ['名称 [1].txt']],
    ['include replaces the default', ['.'], ['**/*.log'], [], ['notes.log']],
    ['exclude takes away', ['.'], [], ['deep/**', '*.txt'], ['b.policy.md']],
    ['nothing is taken twice', ['a.txt', '.', './a.txt'], [], ['deep/**', 'b*', '名*'], ['a.txt']],
    ['the order is the one named', ['b.policy.md', 'a.txt', '-'], [], [], ['b.policy.md', 'a.txt', '-']],
  ];
  for (const [name, names, include, exclude, expected] of cases)
    it(name, async function () {
      // There `\\` parts folders.
      if (process.platform === 'win32' && names.some((each) => each.includes('\\'))) this.skip();
      assert.deepEqual(await found(folder, names, include, exclude), expected);
    });

  it('reads patterns as they are written on Windows, where nobody else expands them', () => {
    assert.equal(asPattern('各省\\**\\*.txt', '\\'), '各省/**/*.txt');
    // Elsewhere the sign is an escape, or part of a name.
    assert.equal(asPattern('名称 \\[1\\].txt', '/'), '名称 \\[1\\].txt');
  });

  it('takes patterns that lead out of the folder', async () => {
    const cwd = folderWith({ 'in/.gitignore': '*.md\n', 'in/a.md': memo, 'out/b.md': memo });
    assert.deepEqual(await found(join(cwd, 'in'), ['../**/*.md']), ['../out/b.md']);
  });

  it('does not read the markup of web pages as text', async () => {
    const cwd = folderWith({ 'a.html': memo, 'b.RTF': memo, 'c.mht': memo });
    const { inputs, skipped } = await collect(
      { names: ['a.html', '*.RTF', 'c.mht'], include: [], exclude: [] },
      cwd,
    );
    assert.deepEqual(inputs, []);
    assert.deepEqual(
      skipped.map(({ path, reason }) => `${path} ${reason}`),
      ['a.html notTextFile', 'b.RTF notTextFile', 'c.mht notTextFile'],
    );
  });

  it('knows endings in capitals, but takes the patterns of users as they are', async () => {
    const cwd = folderWith(
      Object.fromEntries(['A.TXT', 'b.Md', 'c.MARKDOWN', 'D.PDF', 'e.Docx'].map((name) => [name, memo])),
    );
    const { inputs, other } = await collect({ names: ['.'], include: [], exclude: ['*.txt'] }, cwd);
    assert.deepEqual(
      inputs.map(({ path, format }) => `${path} ${format}`),
      ['A.TXT plain', 'b.Md markdown', 'c.MARKDOWN markdown'],
    );
    assert.deepEqual(
      other.map(({ path, reason }) => `${path} ${reason}`),
      ['D.PDF notTextFile', 'e.Docx notTextFile'],
    );
    assert.deepEqual(await found(cwd, ['.'], ['*.txt', '*.Md']), ['b.Md']);
  });

  it('passes over what speaks of the folder, unless it is named', async () => {
    const files = ['README.md', 'readme.zh-CN.md', 'CHANGELOG.txt', 'License', 'readme-draft/a.md'];
    const cwd = folderWith(Object.fromEntries(files.map((name) => [name, memo])));
    const all = { names: ['.'], include: [], exclude: [] };
    const { inputs, other } = await collect(all, cwd);
    assert.deepEqual(
      inputs.map(({ path }) => path),
      ['readme-draft/a.md'],
    );
    assert.deepEqual(
      other.map(({ path, reason }) => `${path} ${reason}`),
      ['CHANGELOG.txt aboutFolder', 'README.md aboutFolder', 'readme.zh-CN.md aboutFolder'],
    );
    assert.deepEqual(await found(cwd, ['README.md']), ['README.md']);
    assert.deepEqual(await found(cwd, ['.'], ['*.md']), ['README.md', 'readme.zh-CN.md']);
  });

  it('tells of what it passes over once, and not of what is named by itself', async () => {
    const cwd = folderWith({ 'a.md': memo, 'in/README.md': memo, 'in/b.docx': '', 'in/c.html': '' });
    const passedOver = async (...names: string[]): Promise<string[]> =>
      (await collect({ names, include: [], exclude: [] }, cwd)).other.map(({ path }) => path);
    assert.deepEqual(await passedOver('.', 'in', 'in/../.'), ['in/README.md', 'in/b.docx', 'in/c.html']);
    assert.deepEqual(await passedOver('.', 'in/README.md', 'in/c.html'), ['in/b.docx']);
    assert.deepEqual(await passedOver('in/README.md', 'in/c.html', '.'), ['in/b.docx']);
  });

  it('tells of documents that are the same, and counts each', async () => {
    const folder = folderWith({ 'a.md': memo, 'b.md': memo, 'c.md': `${memo}完。\n` });
    const { err, out } = await cli(['coverage', '.'], { cwd: folder });
    assert.match(err, /有 1 份文稿与另一份完全相同，仍各计一次，例如 b\.md 与 a\.md。/);
    assert.match(out, /计入 3 个/);
  });

  it('tells of a folder that it may not look into, once, unless git ignores it', async () => {
    const cwd = folderWith({
      'a.txt': memo,
      'locked/b.txt': memo,
      'build/c.txt': memo,
      'node_modules/d.txt': memo,
      '.gitignore': '/build/\n',
    });
    const closed = /(?:locked|build|node_modules)\/?$/;
    // Not by permissions: these tests may run as root, who may look anywhere.
    const { inputs, skipped } = await collect(
      { names: ['.', '**/*.txt'], include: [], exclude: [] },
      cwd,
      (path, options, done) => {
        if (closed.test(path)) done(Object.assign(new Error('no'), { code: 'EACCES' }), []);
        else readdir(path, options, done);
      },
    );
    assert.deepEqual(
      inputs.map(({ path }) => path),
      ['a.txt'],
    );
    assert.deepEqual(skipped, [{ path: 'locked', reason: 'noAccess' }]);
  });

  it('tells of the symbolic links that it does not follow, unless git or the user leaves them out', async function () {
    if (process.platform === 'win32') return this.skip();
    const cwd = folderWith({
      'a.md': memo,
      'in/b.md': memo,
      'out/c.md': memo,
      'in/d.html': '',
      'in/.gitignore': 'ignored*\n',
    });
    const links = [
      'in/text.md',
      'in/gone.txt',
      'in/ignored.md',
      'in/note.log',
      'in/not/e.md',
      'in/page.html',
    ];
    mkdirSync(join(cwd, 'in/not'));
    for (const link of links)
      symlinkSync(join(cwd, link === 'in/gone.txt' ? 'nowhere' : 'a.md'), join(cwd, link));
    // It leads to itself, which no look at it survives.
    symlinkSync('loop', join(cwd, 'in/loop'));
    for (const link of ['in/folder', 'in/ignored', 'in/excluded'])
      symlinkSync(join(cwd, 'out'), join(cwd, link));
    const given = async (names: string[], include: string[] = []): Promise<string[]> => {
      const exclude = ['not/**', 'excluded/**'];
      const { inputs, other, skipped } = await collect({ names, include, exclude }, cwd);
      return [
        ...inputs.map(({ path }) => path),
        ...[...other, ...skipped].map(({ path, reason }) => `${path} ${reason}`),
      ];
    };
    const told = ['in/gone.txt symbolicLink', 'in/text.md symbolicLink', 'in/folder symbolicLink'];
    assert.deepEqual(await given(['in']), ['in/b.md', 'in/d.html notTextFile', ...told]);
    assert.deepEqual(await given(['in'], ['t*.md']), [...told.slice(1), 'in noneIncluded']);
    assert.deepEqual(await given(['in/t*.md']), ['in/text.md symbolicLink', 'in/t*.md noMatch']);
    // What is named is read, and then there is nothing to tell.
    assert.deepEqual(await given(['in/text.md', 'in']), [
      'in/text.md',
      'in/b.md',
      'in/d.html notTextFile',
      told[0],
      told[2],
    ]);
    const { code, err } = await cli(['coverage', 'in', '--lang', 'en', '--exclude', '{not,excluded}/**'], {
      cwd,
    });
    assert.equal(code, 0);
    assert.match(err, /^Symbolic links that were not followed: 3, for example in\/gone\.txt\./m);
  });

  it('tells of files and folders whose names are in another encoding, which Node cannot open', async function () {
    if (process.platform !== 'linux') return this.skip();
    const cwd = folderWith({ 'a.md': memo });
    const inGbk = Buffer.from('c4eab6c8', 'hex');
    const path = (...names: (string | Buffer)[]): Buffer =>
      Buffer.concat([Buffer.from(`${cwd}/`), ...names.map((name) => Buffer.from(name))]);
    mkdirSync(path(inGbk));
    writeFileSync(path(inGbk, '/b.md'), memo);
    writeFileSync(path(inGbk, '.md'), memo);
    const { code, err } = await cli(['coverage', '.', '--lang', 'en'], { cwd });
    assert.equal(code, 2);
    assert.equal(err.match(/ has a name that is not UTF-8/g)?.length, 2, err);
  });

  it('reports what is not there', async () => {
    const { skipped } = await collect({ names: ['no.txt', '*.none'], include: [], exclude: [] }, folder);
    assert.deepEqual(skipped, [
      { path: 'no.txt', reason: 'missing' },
      { path: '*.none', reason: 'noMatch' },
    ]);
  });

  it('says of a file that is not there the same everywhere', async () => {
    const cwd = folderWith({ 'a.policy.md': '# 意见\n' });
    for (const args of [
      ['coverage', 'none.md'],
      ['word', 'none.md', '-o', 'a.docx'],
      ['import', 'none.md', '-o', 'b.md'],
      ['coverage', 'a.policy.md', '--baseline', 'none.md'],
    ]) {
      const { code, err } = await cli(args, { cwd });
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /none\.md.*没有这个文件。请检查路径。/u, args.join(' '));
    }
    const { err } = await cli(['word', '.', '-o', 'a.docx'], { cwd });
    assert.match(err, /是文件夹，不是文件/u);
  });

  it('shows paths from where it runs', async () => {
    assert.deepEqual(await found(join(folder, 'deep'), ['../a.txt', 'er']), ['../a.txt', 'er/c.markdown']);
  });
});

describe('--changed-since', () => {
  it('takes changed, staged and new files, by whatever name', async () => {
    const folder = repositoryWith({
      '原文.txt': memo,
      'same.txt': memo,
      'gone.txt': memo,
      'sub/moved.txt': memo,
    });
    writeFileSync(join(folder, '原文.txt'), `${memo}再改一句。\n`);
    writeFileSync(join(folder, '新 文.txt'), memo);
    writeFileSync(join(folder, 'sub/moved.txt'), '甲。');
    git(folder, 'add', 'sub/moved.txt');
    git(folder, 'rm', '-q', 'gone.txt');
    const names = async (cwd: string, target: string): Promise<string[]> => {
      const { out } = await cli(['coverage', target, '--format', 'json', '--changed-since', 'HEAD'], { cwd });
      return output(out).documents.map(({ path }) => path);
    };
    assert.deepEqual(await names(folder, '.'), ['sub/moved.txt', '原文.txt', '新 文.txt'].sort());
    assert.deepEqual(await names(join(folder, 'sub'), '.'), ['moved.txt']);
    const elsewhere = folderWith({});
    assert.equal((await names(elsewhere, folder)).length, 3, 'outside of the repository');
    assert.equal((await names(elsewhere, join(folder, 'same.txt'))).length, 0);
    const other = repositoryWith({});
    assert.equal(
      (await names(other, `${folder}/*.txt`)).length,
      2,
      'a pattern that leads into another repository',
    );
  });

  it('tells of other documents only where they changed, too', async () => {
    const folder = repositoryWith({ 'a.txt': memo, 'old.pdf': '', 'saved.mhtml': '', 'README.md': memo });
    writeFileSync(join(folder, 'new.docx'), '');
    writeFileSync(join(folder, 'saved.mhtml'), 'x');
    const { out } = await cli(['coverage', '.', '-f', 'json', '--changed-since', 'HEAD'], { cwd: folder });
    assert.deepEqual(
      output(out).skipped.map(({ path }) => path),
      ['new.docx', 'saved.mhtml'],
    );
  });

  it('says that nothing has changed, rather than that nothing was found', async () => {
    const folder = repositoryWith({ 'a.txt': memo, 'b.txt': memo });
    const run = (target: string): ReturnType<typeof cli> =>
      cli(['coverage', target, '-f', 'json', '--changed-since', 'HEAD'], { cwd: folder });
    const { code, err } = await run('.');
    assert.equal(code, 0);
    assert.match(err, /^自 HEAD 以来，2 个文件都没有改动/);
    mkdirSync(join(folder, 'empty'));
    const none = await run('empty');
    assert.equal(none.code, 0, 'no mistake where only changes are asked for');
    assert.match(none.err, /没有找到/);
  });

  it('runs no program that a repository brings along', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repositoryWith({ 'a.txt': memo, '.gitattributes': '*.txt filter=own diff=own\n' });
    const ran = join(folderWith({}), 'ran');
    const program = join(folder, '.git/hooks/post-index-change');
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(program, `#!/bin/sh\necho >> '${ran}'\n`, { mode: 0o755 });
    // In a file of its own, which the configuration takes in.
    git(folder, 'config', 'include.path', 'more');
    for (const name of ['core.fsmonitor', 'filter.own.clean', 'filter.own.smudge', 'diff.own.textconv'])
      git(folder, 'config', '--file', '.git/more', name, `'${program}'`);
    git(folder, 'config', 'filter.own.required', 'true');
    // Of another time, so that git looks at what it holds.
    const text = join(folder, 'a.txt');
    utimesSync(text, 1, 1);
    const since = await cli(['coverage', '.', '--changed-since', 'HEAD'], { cwd: folder });
    assert.match(since.err, /1 个文件都没有改动/);
    writeFileSync(text, `${memo}再改一句。\n`);
    const changed = await cli(['coverage', '.', '-f', 'json', '--changed-since', 'HEAD'], { cwd: folder });
    assert.equal(output(changed.out).documents.length, 1);
    assert.equal((await cli(['compare', 'a.txt', '--against', 'HEAD'], { cwd: folder })).code, 0);
    assert.ok(!existsSync(ran));
  });

  it('refuses a revision that is none, an option in disguise, and a folder that is no repository', async () => {
    const folder = folderWith({ 'a.txt': memo });
    const run = (revision: string): ReturnType<typeof cli> =>
      cli(['coverage', '.', `--changed-since=${revision}`], { cwd: folder });
    assert.equal((await run('HEAD')).code, 2);
    git(folder, 'init', '-q');
    for (const revision of ['nowhere', '--output=a.txt']) {
      const { code, err } = await run(revision);
      assert.equal(code, 2);
      assert.ok(err.includes(revision));
    }
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), memo);
  });
});

describe('a sidecar', () => {
  const folder = folderWith({ 'a.txt': memo, 'sub/b.txt': memo });
  const sidecars = join(folder, '.policy-lens/annotations');

  it('takes away what the user took away, wherever the command runs', async () => {
    const suppression = {
      id: '1',
      target: 'annotation',
      category: 'P2.1',
      scope: 'file',
      anchor: null,
      reason: '',
    };
    mkdirSync(join(sidecars, 'sub'), { recursive: true });
    writeFileSync(
      join(sidecars, 'sub/b.txt.json'),
      JSON.stringify({ version: 1, suppressions: [suppression], notApplicable: [] }),
    );
    for (const cwd of [folder, join(folder, 'sub')]) {
      const { out } = await cli(
        ['annotate', join(folder, 'a.txt'), join(folder, 'sub/b.txt'), '--format', 'json'],
        { cwd },
      );
      const [a, b] = output(out).documents.map(({ annotations }) =>
        annotations.map(({ category }) => category),
      );
      assert.ok(a?.includes('P2.1'));
      assert.ok(b && b.length > 0 && !b.includes('P2.1'));
    }
  });

  it('marks what does not apply', async () => {
    mkdirSync(sidecars, { recursive: true });
    const notApplicable = [{ category: 'S4.3', reason: '本市不涉及' }];
    writeFileSync(
      join(sidecars, 'a.txt.json'),
      JSON.stringify({ version: 1, suppressions: [], notApplicable }),
    );
    const { out } = await cli(['coverage', 'a.txt'], { cwd: folder });
    assert.match(out, /不适用 {2}S4\.3/);
    const [document] = output(
      (await cli(['coverage', 'a.txt', '--format', 'json'], { cwd: folder })).out,
    ).documents;
    assert.deepEqual(document?.notApplicable, notApplicable);
    assert.ok(document.coverage.missing.includes('S4.3'));
  });

  it('that cannot be read is told', async () => {
    mkdirSync(sidecars, { recursive: true });
    writeFileSync(join(sidecars, 'a.txt.json'), '{');
    const { code, err } = await cli(['annotate', 'a.txt'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(err, /a\.txt.*旁存/);
  });
});
