import * as vscode from 'vscode';
import { equal, ok } from './assert';
import { policyLens } from './editor';

describe('commands', () => {
  it('are all there that the manifest names', async () => {
    await policyLens();
    const manifest = vscode.extensions.getExtension('policy-lens.policy-lens')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = new Set(await vscode.commands.getCommands(true));
    const named = manifest.contributes.commands.map(({ command }) => command);
    ok(named.includes('policyLens.insertRemedy'), 'no policyLens.insertRemedy');
    equal(
      named.filter((command) => !known.has(command)),
      [],
      'not registered',
    );
  });
});
