import { numberFormats } from '../fromOldWord/lists';
import { escapeXml } from '../writeXml';
import { attributeOf, child, children } from '../xml';

/** The lists of a document in the XML of Word 2003 as today's Word has them. */
export function numberingXml(lists: Element | null): string {
  const definitions = children(lists, 'listDef').map(
    (each) =>
      `<w:abstractNum w:abstractNumId="${escapeXml(attributeOf(each, 'listDefId') ?? '')}">${levelsXml(each)}</w:abstractNum>`,
  );
  const used = children(lists, 'list').map((each) => {
    const overrides = children(each, 'lvlOverride').map(
      (override) =>
        `<w:lvlOverride w:ilvl="${escapeXml(attributeOf(override, 'ilvl') ?? '')}">${valueOf(override, 'startOverride')}${levelsXml(override)}</w:lvlOverride>`,
    );
    return `<w:num w:numId="${escapeXml(attributeOf(each, 'ilfo') ?? '')}">${valueOf(each, 'ilst', 'abstractNumId')}${overrides.join('')}</w:num>`;
  });
  return [...definitions, ...used].join('');
}

function levelsXml(parent: Element): string {
  return children(parent, 'lvl')
    .map((level) => {
      const code = attributeOf(child(level, 'nfc') ?? level, 'val');
      const format = numberFormats[Number(code ?? 0)] ?? 'decimal';
      const isLegal = child(level, 'isLgl') ? '<w:isLgl/>' : '';
      const values = ['start', 'lvlRestart', 'pStyle', 'lvlText']
        .map((name) => valueOf(level, name))
        .join('');
      return `<w:lvl w:ilvl="${escapeXml(attributeOf(level, 'ilvl') ?? '')}"><w:numFmt w:val="${format}"/>${isLegal}${values}</w:lvl>`;
    })
    .join('');
}

function valueOf(parent: Element, name: string, today = name): string {
  const value = child(parent, name);
  return value ? `<w:${today} w:val="${escapeXml(attributeOf(value, 'val') ?? '')}"/>` : '';
}
