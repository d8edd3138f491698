/** Which report is exported: what is in front, not what was opened last. */
import assert from 'node:assert/strict';
import { editor, never, openDocument, resetEditor } from '../support/vscode';
import { knowing, wordsIn } from '../support/services';
import * as vscode from 'vscode';
import type { Services } from '../../../src/client/commands/services';
import { exportCommands } from '../../../src/client/report/exportCommand';
import type { ReportPanels } from '../../../src/client/report/page/panels';
import { ReportSubject } from '../../../src/client/report/subjects/subject';

interface Situation {
  /** Titles of the open reports. */
  readonly reports: readonly string[];
  readonly front?: string;
  /** The current document. */
  readonly memo?: string;
  readonly isSilent?: boolean;
  /** Which of the offered reports is picked. */
  readonly pick?: string;
}

class Subject extends ReportSubject {
  readonly memento = { about: 'workspace' } as const;

  constructor(
    readonly title: string,
    readonly key = title,
  ) {
    super();
  }
}

describe('an export', () => {
  beforeEach(resetEditor);

  /** The reports that were offered, and the name under which one was to be saved. */
  async function exported({ reports, front, memo, isSilent = false, pick }: Situation) {
    const seen = { offered: [] as string[], saved: '' };
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => {
        seen.offered.push(...items.map(({ label }) => label));
        return Promise.resolve(items.find(({ label }) => label === pick));
      },
    });
    editor.place = (suggested) => {
      seen.saved = suggested.slice(suggested.lastIndexOf('/') + 1);
      return undefined;
    };
    const services = {
      words: wordsIn('en'),
      current: { document: memo === undefined ? undefined : openDocument(`file:///ws/${memo}`) },
      outdated: never,
      included: { onDidChange: never },
      states: knowing(isSilent ? null : {}),
      server: {
        request: () => Promise.resolve(null),
        request0: () => Promise.resolve({ id: '', version: '', fingerprint: '', categories: [], links: [] }),
      },
    };
    const all = reports.map((title) => ({ subject: new Subject(title) }));
    const panels = { all, front: all.find(({ subject }) => subject.title === front) };
    const table = exportCommands(services as unknown as Services, panels as unknown as ReportPanels);
    await table['exportCoverage']?.('json');
    return { ...seen, said: [...editor.said] };
  }

  const none = wordsIn('en').t('client.noDocument');
  const cases: readonly [name: string, Situation, Partial<Awaited<ReturnType<typeof exported>>>][] = [
    ['is of the report in front', { reports: ['A', 'B'], front: 'B', memo: 'c.md' }, { saved: 'B.json' }],
    [
      'is of the current document, whatever report lies behind it',
      { reports: ['A'], memo: 'b.md' },
      { saved: 'Coverage of b.md.json', offered: [] },
    ],
    [
      'is of the report that is chosen where no text is current',
      { reports: ['A', 'B'], pick: 'B' },
      { saved: 'B.json', offered: ['A', 'B'] },
    ],
    [
      'is of the report that is chosen where the current text is no policy text',
      { reports: ['A'], memo: 'README.md', isSilent: true, pick: 'A' },
      { saved: 'A.json', offered: ['A'] },
    ],
    ['is of nothing where none is chosen', { reports: ['A'] }, { saved: '', offered: ['A'], said: [] }],
    ['is of nothing where there is nothing, which is told', { reports: [] }, { saved: '', said: [none] }],
  ];
  for (const [name, situation, expected] of cases)
    it(name, async () => {
      const found = await exported(situation);
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(found[key as keyof typeof found], value, key);
    });
});
