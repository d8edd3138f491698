import assert from 'node:assert/strict';
import { editor, openDocument, resetEditor } from '../support/vscode';
import { watch } from '../../../src/client/report/watch';
import type { WorkspaceSubject } from '../../../src/client/report/workspaceSubject';

describe('a report that follows its files', () => {
  beforeEach(resetEditor);

  /** What is watched for a report of some files, all `.md` being in reports by the settings. */
  const watched = (...names: string[]): readonly string[] => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    const scope = names.map((name) => openDocument(`file:///${name}`).uri);
    const nothing = (): { dispose: () => void } => ({ dispose: () => undefined });
    watch({ scope } as unknown as WorkspaceSubject, Promise.resolve(), nothing).dispose();
    return editor.watched;
  };

  it('watches a chosen file that the settings leave out', () =>
    assert.ok(watched('ws/草稿/意见.txt').includes('草稿/意见.txt')));

  it('watches what other settings take in, once they are made', () => {
    editor.settings.set('coverage.include', { 1: ['**/*.md'] });
    let change = (): void => assert.fail('nobody listens');
    const outdated = (listener: (event: unknown) => unknown): { dispose: () => void } => {
      change = () => listener(undefined);
      return { dispose: () => undefined };
    };
    const subject = { scope: [] } as unknown as WorkspaceSubject;
    const watching = watch(subject, Promise.resolve(), outdated);
    editor.settings.set('coverage.include', { 1: ['**/*.txt'] });
    change();
    watching.dispose();
    assert.ok(editor.watched.includes('**/*.txt'));
    assert.ok(editor.watched.lastIndexOf('**/*.md') < editor.watched.indexOf('**/*.txt'));
  });

  it('watches what the settings take in, and no file of a chosen folder by itself', () => {
    const all = watched('ws/草稿');
    assert.ok(all.includes('**/*.md'));
    assert.ok(!all.some((pattern) => pattern.startsWith('草稿')));
  });
});
