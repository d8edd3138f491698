/** Properties, styles and lists of an old document as WordprocessingML. */
import { escapeXml } from '../writeXml';
import type { ListLevel, Lists } from './lists';
import type { ParagraphFormat } from './paragraphFormat';
import type { Style, StyleSheet } from './styleSheet';

const value = (name: string, of: string | number | undefined): string =>
  of === undefined ? '' : `<w:${name} w:val="${escapeXml(String(of))}"/>`;

/** What a paragraph or its style says itself, without the style's name. */
export function paragraphProperties({
  list,
  level,
  outline,
  alignment,
  hasLeader,
}: Omit<ParagraphFormat, 'style'>): string {
  const numbering = value('ilvl', level) + value('numId', list);
  return [
    numbering && `<w:numPr>${numbering}</w:numPr>`,
    hasLeader ? '<w:tabs><w:tab w:val="right" w:leader="dot"/></w:tabs>' : '',
    value('jc', alignment),
    value('outlineLvl', outline),
  ].join('');
}

export function stylesXml({ styles }: StyleSheet): string {
  return [...styles].map(([number, style]) => styleXml(number, style)).join('');
}

function styleXml(number: number, { kind, name, basedOn, paragraph, characters }: Style): string {
  const isDefault = kind === 'paragraph' && number === 0 ? ' w:default="1"' : '';
  const hidden = characters.toggles.hidden;
  const vanish = hidden === 0 || hidden === 1 ? value('vanish', hidden) : '';
  return `<w:style w:type="${kind}" w:styleId="${String(number)}"${isDefault}>${value('name', name)}${value('basedOn', basedOn ?? undefined)}<w:pPr>${paragraph ? paragraphProperties(paragraph) : ''}</w:pPr><w:rPr>${vanish}</w:rPr></w:style>`;
}

export function numberingXml({ definitions, references }: Lists): string {
  const numbers = new Map(definitions.map(({ id }, index) => [id, index]));
  const abstract = definitions.map(
    ({ levels, styles }, index) =>
      `<w:abstractNum w:abstractNumId="${String(index)}">${levels.map((level, at) => levelXml(level, at, styles[at])).join('')}</w:abstractNum>`,
  );
  const used = references.map(({ list, overrides }, index) => {
    const changes = overrides.map(
      ({ level, start, definition }) =>
        `<w:lvlOverride w:ilvl="${String(level)}">${value('startOverride', start ?? undefined)}${definition ? levelXml(definition, level, undefined) : ''}</w:lvlOverride>`,
    );
    return `<w:num w:numId="${String(index + 1)}">${value('abstractNumId', numbers.get(list) ?? -1)}${changes.join('')}</w:num>`;
  });
  return [...abstract, ...used].join('');
}

function levelXml(
  { start, format, text, isLegal, restart }: ListLevel,
  level: number,
  style: number | undefined,
): string {
  return `<w:lvl w:ilvl="${String(level)}">${value('start', start)}${value('numFmt', format)}${value('lvlRestart', restart ?? undefined)}${value('pStyle', style)}${isLegal ? '<w:isLgl/>' : ''}${value('lvlText', text)}</w:lvl>`;
}
