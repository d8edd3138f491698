/** The menu of taxonomy entries: what the cursor stands in comes first. */
import assert from 'node:assert/strict';
import { resetEditor } from '../support/vscode';
import * as vscode from 'vscode';
import { explainCommands } from '../../../src/client/commands/explain';
import type { Services } from '../../../src/client/commands/services';
import { TaxonomyIndex } from '../../../src/client/taxonomy/taxonomyIndex';
import { taxonomyInfo } from '../../../src/service/taxonomyInfo';
import { smallTaxonomy } from '../support/taxonomy';
import { wordsIn } from '../support/services';

describe('opening a taxonomy entry', () => {
  /** Labels of the menu while the cursor stands in a line; the first of three sentences has two tags. */
  async function labels(line: number): Promise<readonly string[]> {
    resetEditor();
    const words = wordsIn('zh-CN');
    const at = (category: string, on: number) => ({
      category,
      occurrences: [
        { category, range: { start: { line: on, character: 0 }, end: { line: on, character: 9 } } },
      ],
    });
    const document = {};
    const index = new TaxonomyIndex(taxonomyInfo(smallTaxonomy(), words.current));
    const menu = {
      items: [] as readonly { label: string }[],
      show: () => undefined,
      hide: () => undefined,
      dispose: () => undefined,
      onDidChangeValue: () => undefined,
      onDidAccept: () => undefined,
      // Left at once.
      onDidHide: (leave: () => void) => setImmediate(leave),
    };
    Object.assign(vscode.window, { createQuickPick: () => menu });
    const services = {
      words,
      current: { editor: { document, selection: { active: { line, character: 3 } } } },
      states: { get: () => ({ overview: { covered: [at('R1.2', 0), at('S3.1', 0), at('R1.3', 1)] } }) },
      taxonomy: { current: index, load: () => Promise.resolve(index) },
    };
    await explainCommands(services as unknown as Services)['openTaxonomy']?.();
    return menu.items.map(({ label }) => label);
  }

  it('begins with the categories of the sentence at the cursor', async () => {
    assert.deepEqual((await labels(0)).slice(0, 3), ['光标处的句子', 'R1.2 人才引育', 'S3.1 引进与激励']);
  });

  it('begins with the first category where there is none', async () => {
    assert.deepEqual((await labels(5)).slice(0, 2), ['现实问题', 'P1 不全']);
  });
});
