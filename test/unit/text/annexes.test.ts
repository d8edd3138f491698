import assert from 'node:assert/strict';
import {
  annexList,
  announcesAnnex,
  opensAnnex,
  opensAnnexes,
  opensAttachment,
} from '../../../src/core/text/outline/annexes';
import { parseDocument } from '../../../src/core/text/parseDocument';

const patterns = { opensAnnexes, announcesAnnex, opensAnnex, opensAttachment };

describe('a line about annexes', () => {
  const lines: readonly [string, readonly (keyof typeof patterns)[]][] = [
    ['附件：1.分工表', ['opensAnnexes', 'announcesAnnex', 'opensAttachment']],
    ['附:名单', ['opensAnnexes', 'announcesAnnex', 'opensAttachment']],
    ['附件1：分工表', ['announcesAnnex', 'opensAttachment']],
    ['附件 １ ：分工表', ['announcesAnnex', 'opensAttachment']],
    ['附件', ['opensAnnex', 'opensAttachment']],
    ['附件 十二', ['opensAnnex', 'opensAttachment']],
    ['附件３', ['opensAnnex', 'opensAttachment']],
    ['附表1', ['opensAttachment']],
    ['附图2：布局', ['opensAttachment']],
    ['附图2', []],
    ['附', []],
    ['附则', []],
    ['附件清单', []],
    ['附件清单：见后', []],
    ['附件1中的企业', []],
    ['附属医院：建设', []],
    ['申报附件：', []],
    [`附件${' '.repeat(200_000)}表`, []],
  ];
  for (const [line, matching] of lines)
    it(`${line.slice(0, 12)}: ${matching.join(', ') || 'none'}`, () => {
      const names = Object.keys(patterns) as (keyof typeof patterns)[];
      assert.deepEqual(
        names.filter((name) => patterns[name].test(line)),
        matching,
      );
    });
});

describe('a list of annexes', () => {
  const texts: readonly [string, readonly string[]][] = [
    ['正文。\n附件：1.甲表\n2.乙表\n市局', ['附件：1.甲表', '2.乙表']],
    ['正文。\n附件 1：甲表\n附件 2：乙表\n市局', ['附件 1：甲表', '附件 2：乙表']],
    ['正文。\n附件：\n1.甲表\n2.建设乙平台。\n3.丙表', ['附件：', '1.甲表']],
    [`正文。\n附件：\n1.${'长'.repeat(80)}\n`, ['附件：']],
    ['正文。\n1.甲表\n2.乙表', []],
    ['', []],
  ];
  for (const [text, listed] of texts)
    it(listed.join(', ') || 'none', () => {
      const document = parseDocument(text, 'plain');
      assert.deepEqual(
        [...annexList(document)].map((index) => {
          const { start, end } = document.sentences[index]!;
          return text.slice(start, end);
        }),
        listed,
      );
    });
});
