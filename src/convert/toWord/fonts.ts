import { escapeHtml as escapeXml } from '../../core/report/html/escape';

/** Fonts by what they are for. Offices have those of the standard; others have what is named behind them. */
export const fonts = {
  title: { name: '方正小标宋简体', instead: '宋体' },
  body: { name: '仿宋_GB2312', instead: '仿宋' },
  heading1: { name: '黑体', instead: 'SimHei' },
  heading2: { name: '楷体_GB2312', instead: '楷体' },
  pageNumber: { name: '宋体', instead: 'SimSun' },
} as const;

/**
 * One font for all of a text: quotation marks, dashes and figures that Word would take for Latin stand in it, too,
 * as the standard has them.
 */
export function fontOf(use: keyof typeof fonts): {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly eastAsia: string;
  readonly cs: string;
  readonly hint: string;
} {
  const { name } = fonts[use];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/** Part of a Word file: by which other font one is replaced on a machine that has it not. */
export function fontTable(): string {
  const entries = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(instead)}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
