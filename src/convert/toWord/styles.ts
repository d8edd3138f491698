import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { fontOf } from './fonts';
import type { HeadingLevel, Role } from './model';
import { fontSize, page } from './page';

type Style = Omit<IParagraphStyleOptions, 'id' | 'name'>;

/** Two characters, as wide as they are. */
const firstLine = { firstLine: Math.round(2 * page.characterWidth), firstLineChars: 200 };

const line = { line: page.lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

/** Word's own styles for titles and headings, so that its outline has them; the others have names of ours. */
export const styleOf: Readonly<Record<Role, string>> = {
  title: 'Title',
  subtitle: 'OfficialSubtitle',
  addressee: 'OfficialAddressee',
  chapter: 'OfficialChapter',
  section: 'OfficialSection',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  body: 'OfficialBody',
  quote: 'OfficialQuote',
  code: 'OfficialCode',
  annexes: 'OfficialAnnexes',
  annexMark: 'OfficialAnnexMark',
  tableCaption: 'OfficialTableCaption',
  signature: 'OfficialSignature',
};

/** Style of what stands in tables. */
export const cellStyle = 'OfficialCell';

/** Fonts of headings by level (§7.3.3): 黑体, 楷体, then as the text. None is bold. */
export function headingFont(level: HeadingLevel): ReturnType<typeof fontOf> {
  return fontOf(level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body');
}

function heading(level: HeadingLevel): Style {
  return {
    basedOn: 'Normal',
    next: styleOf.body,
    quickFormat: true,
    run: { font: headingFont(level), size: fontSize.third, bold: false, color: '000000' },
    paragraph: { indent: firstLine, keepNext: true, outlineLevel: level - 1 },
  };
}

/** Names are shown in Word's list of styles. */
const own: readonly (Style & { readonly id: string; readonly name: string })[] = [
  { id: styleOf.subtitle, name: '公文题注', run: { font: fontOf('heading2') }, paragraph: centred() },
  { id: styleOf.addressee, name: '公文主送机关', paragraph: {} },
  {
    id: styleOf.chapter,
    name: '公文章',
    run: { font: fontOf('heading1') },
    paragraph: { ...centred(), keepNext: true, outlineLevel: 0 },
  },
  {
    id: styleOf.section,
    name: '公文节',
    run: { font: fontOf('heading2') },
    paragraph: { ...centred(), keepNext: true, outlineLevel: 1 },
  },
  { id: styleOf.body, name: '公文正文', paragraph: { indent: firstLine } },
  {
    id: styleOf.quote,
    name: '公文引文',
    run: { font: fontOf('heading2') },
    paragraph: { indent: firstLine },
  },
  { id: styleOf.code, name: '公文代码', paragraph: { alignment: AlignmentType.LEFT } },
  { id: styleOf.annexes, name: '公文附件说明', paragraph: {} },
  { id: styleOf.annexMark, name: '公文附件', run: { font: fontOf('heading1') }, paragraph: {} },
  {
    id: styleOf.tableCaption,
    name: '公文表题',
    run: { font: fontOf('heading1'), size: fontSize.table },
    paragraph: { ...centred(), keepNext: true },
  },
  { id: styleOf.signature, name: '公文落款', paragraph: { alignment: AlignmentType.RIGHT } },
  {
    id: cellStyle,
    name: '公文表格',
    // Lines of cells are not set to both edges, so English rules for figures do no harm (see below), and keep them whole.
    run: { size: fontSize.table, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    paragraph: { spacing: { line: 360, lineRule: LineRuleType.AT_LEAST }, alignment: AlignmentType.LEFT },
  },
];

function centred(): NonNullable<Style['paragraph']> {
  return { alignment: AlignmentType.CENTER };
}

/** Fonts, sizes, lines and indents. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fontOf('body'),
        size: fontSize.third,
        characterSpacing: page.characterSpacing,
        // Latin as Chinese, too: where it is English, LibreOffice drops stops that hang over the end of a line.
        language: { value: 'zh-CN', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: line, alignment: AlignmentType.BOTH },
    },
    title: {
      basedOn: 'Normal',
      next: styleOf.body,
      run: { font: fontOf('title'), size: fontSize.second, color: '000000' },
      paragraph: { ...centred(), keepNext: true },
    },
    heading1: heading(1),
    heading2: heading(2),
    heading3: heading(3),
    heading4: heading(4),
    footnoteText: {
      run: { font: fontOf('body'), size: fontSize.footnote },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: own.map((style) => ({ basedOn: 'Normal', quickFormat: true, ...style })),
};
