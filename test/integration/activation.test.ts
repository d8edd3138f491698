import * as vscode from 'vscode';
import { ok } from './assert';

describe('activation', () => {
  it('activates on a policy text', async () => {
    const extension = vscode.extensions.getExtension('policy-lens.policy-lens');
    ok(extension, 'the extension is not installed');
    await extension.activate();
    ok(extension.isActive, 'inactive');
  });
});
