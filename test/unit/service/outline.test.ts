import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../src/service/documentSymbols';
import { foldingRanges } from '../../../src/service/foldingRanges';
import { marked } from './support';

const plain = `关于引进人才的方案
一、主要问题
（一）没平台。我市没平台。
（二）没人才。我市没人才。
二、主要措施
（一）引进人才
引人才，市科技局负责。
（二）建设平台。建平台。
`;

const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, children }) => (children?.length ? [name, outline(children)] : name));

describe('outline', () => {
  it('nests headings after GB/T 9704', () => {
    const { context } = marked(plain, { format: 'plain' });
    assert.deepEqual(outline(documentSymbols(context)), [
      ['一、主要问题', ['（一）没平台。', '（二）没人才。']],
      ['二、主要措施', ['（一）引进人才', '（二）建设平台。']],
    ]);
  });

  it('shows headings without their markup', () => {
    const { context } = marked('# 方案\n\n## 一、**主要**问题\n\n没人才。\n');
    assert.deepEqual(outline(documentSymbols(context)), ['一、主要问题']);
  });

  it('keeps every selection inside its symbol, and every child inside its parent', () => {
    const { context } = marked(plain.replaceAll('\n', '\r\n'), { format: 'plain' });
    const offsets = ({ start, end }: DocumentSymbol['range']): [number, number] => [
      context.textDocument.offsetAt(start),
      context.textDocument.offsetAt(end),
    ];
    const visit = (symbol: DocumentSymbol, [from, to]: [number, number]): void => {
      const whole = offsets(symbol.range);
      const selection = offsets(symbol.selectionRange);
      assert.ok(from <= whole[0] && whole[1] <= to, symbol.name);
      assert.ok(whole[0] <= selection[0] && selection[1] <= whole[1], symbol.name);
      for (const child of symbol.children ?? []) visit(child, whole);
    };
    for (const symbol of documentSymbols(context)) visit(symbol, [0, plain.length * 2]);
  });

  it('folds every section of more than one line', () => {
    const { context } = marked(plain, { format: 'plain' });
    // Without a kind: “fold all regions” is not about them.
    assert.deepEqual(foldingRanges(context), [
      { startLine: 1, endLine: 3 },
      { startLine: 4, endLine: 7 },
      { startLine: 5, endLine: 6 },
    ]);
  });

  it('folds a section that a text begins with', () => {
    const { context } = marked('一、存在问题\n没人才。\n二、对策\n', { format: 'plain' });
    assert.deepEqual(foldingRanges(context), [{ startLine: 0, endLine: 1 }]);
  });
});
