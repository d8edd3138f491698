import assert from 'node:assert/strict';
import { events, resetEditor } from '../support/vscode';
import { AnalysisChanges } from '../../../src/client/settings/analysisChanges';
import { settingNames } from '../support/manifest';

/** Settings that change only how an analysis is shown or recorded; the taxonomy has a source of its own that fires. */
const others = new Set([
  'codeLens',
  'highlights.enabled',
  'highlights.kinds',
  'hints',
  'hintText',
  'language',
  'suppressions',
  'taxonomy',
  'trace.server',
]);

describe('changes of what is analysed', () => {
  /** How often it is told that an analysis no longer holds when one setting changes. */
  function told(setting: string): number {
    resetEditor();
    let count = 0;
    const changes = new AnalysisChanges([]);
    changes.onDidChange(() => count++);
    const changed = `policyLens.${setting}`;
    events.configuration.fire({
      affectsConfiguration: (name: string) => name === changed || changed.startsWith(`${name}.`),
    });
    changes.dispose();
    return count;
  }

  // A new setting stands in neither list: whoever adds it has to decide.
  for (const setting of settingNames)
    it(`${others.has(setting) ? 'are not' : 'are'} ${setting}`, () => {
      assert.equal(told(setting), others.has(setting) ? 0 : 1);
    });

  it('are the workspace’s trust, with which suppressions that are stored there are read', () => {
    resetEditor();
    let count = 0;
    const changes = new AnalysisChanges([]);
    changes.onDidChange(() => count++);
    events.trust.fire();
    changes.dispose();
    events.trust.fire();
    assert.equal(count, 1);
  });

  it('know no setting that is gone', () => {
    assert.deepEqual(
      [...others].filter((name) => !settingNames.includes(name)),
      [],
    );
  });
});
