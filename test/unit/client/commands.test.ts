/** What the editor offers is what the client answers; a real editor would tell only when a command is run. */
import assert from 'node:assert/strict';
import '../support/vscode';
import * as vscode from 'vscode';
import { registerCommands } from '../../../src/client/commands/register';
import type { Services } from '../../../src/client/commands/services';
import type { ReportPanels } from '../../../src/client/report/page/panels';
import { reportCommands } from '../../../src/client/report/reportCommands';
import { viewNames } from '../../../src/client/views/panel';
import { contributes } from '../support/manifest';

describe('commands', () => {
  it('of the manifest are those in the tables of the client', () => {
    const registered: string[] = [];
    Object.assign(vscode.commands, { registerCommand: (name: string) => registered.push(name) });
    const services = {} as Services;
    registerCommands(services, [reportCommands(services, {} as ReportPanels)]);
    const named = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      named.filter((name) => !registered.includes(name)),
      [],
      'in package.json only: they need a function in a table of src/client/commands or src/client/report',
    );
    assert.deepEqual(
      registered.filter((name) => !named.includes(name)),
      [],
      'in a table only: they need an entry in package.json',
    );
    assert.equal(new Set(registered).size, registered.length, 'in two tables');
  });
});

describe('views', () => {
  it('of the manifest are those of the panel, in its order', () =>
    assert.deepEqual(
      contributes.views.policyLens.map(({ id }) => id),
      viewNames.map((name) => `policyLens.${name}`),
    ));
});
