import { strToU8, zipSync } from 'fflate';
import type { ReportCategory } from '../../coverage/corpus';
import { grouped } from '../../grouped';
import type { AnnotationResult } from '../contract';
import { escapeHtml as escapeXml } from '../html/escape';
import type { ReportInput } from '../input';
import { noticeWords } from '../notices';
import { archiveTime } from './archiveTime';
import { guidOf } from './names';
import { CodePoints } from './positions';
import { clipLine } from '../../text/clip';

/** Characters of a sentence that name its selection. */
const longestName = 60;

/**
 * A REFI-QDA project (`.qdpx`, standard 1.5): the taxonomy as code book, each document as a text source, each tag as
 * a selection with a coding. Positions are code points, the end outside. Documents whose text is not at hand are
 * left out (and named by the caller).
 */
export function refiQdaOf(input: ReportInput): Uint8Array {
  const { output, texts } = input;
  const known = output.documents.filter(({ path }) => texts?.has(path));
  const files: Record<string, Uint8Array> = { 'project.qde': strToU8(projectXml(input)) };
  for (const { path, sha256 } of known)
    files[`sources/${sourceGuid(path, sha256)}.txt`] = strToU8(texts?.get(path) ?? '');
  return zipSync(files, { mtime: archiveTime });
}

function sourceGuid(path: string, sha256: string): string {
  return guidOf('source', path, sha256);
}

/** The project's XML, in the order the schema asks for. */
function projectXml(input: ReportInput): string {
  const { output, taxonomy, words } = input;
  const { id, version, fingerprint } = output.taxonomy;
  const user = guidOf('user', output.tool.name);
  const origin = `${output.tool.name} ${output.tool.version}`;
  const roots = taxonomy.categories.filter(({ parent }) => parent === null);
  const sources = sourcesXml(input, user);
  const description = [
    `${words.name(taxonomy.title)}; taxonomy ${id} ${version}, fingerprint ${fingerprint}; ${taxonomy.reference}`,
    ...noticeWords(input),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${escapeXml(words.t('report.qda.project'))}" origin="${escapeXml(origin)}" creatingUserGUID="${user}">`,
    `<Users><User guid="${user}" name="${escapeXml(origin)}"/></Users>`,
    `<CodeBook><Codes>${roots.map((category) => codeXml(input, category)).join('')}</Codes></CodeBook>`,
    sources === '' ? '' : `<Sources>${sources}</Sources>`,
    `<Description>${escapeXml(description.join('\n'))}</Description>`,
    '</Project>',
  ].join('\n');
}

function codeGuid({ output }: ReportInput, code: string): string {
  return guidOf('code', output.taxonomy.id, code);
}

function codeXml(input: ReportInput, { code, name, definition, isLeaf }: ReportCategory): string {
  const { taxonomy, words } = input;
  const children = taxonomy.categories.filter(({ parent }) => parent === code);
  return [
    `<Code guid="${codeGuid(input, code)}" name="${escapeXml(`${code} ${words.name(name)}`)}" isCodable="${String(isLeaf || children.length === 0)}">`,
    `<Description>${escapeXml(words.name(definition))}</Description>`,
    ...children.map((child) => codeXml(input, child)),
    '</Code>',
  ].join('');
}

function sourcesXml(input: ReportInput, user: string): string {
  const { output, taxonomy, texts } = input;
  const parts: string[] = [];
  for (const document of output.documents) {
    const text = texts?.get(document.path);
    if (text === undefined) continue;
    const guid = sourceGuid(document.path, document.sha256);
    const points = new CodePoints(text);
    parts.push(
      `<TextSource guid="${guid}" name="${escapeXml(document.path)}" plainTextPath="internal://${guid}.txt" creatingUser="${user}">`,
      `<Description>${escapeXml(document.title)}</Description>`,
    );
    // Tags on the same passage are codings of one selection.
    for (const [place, codes] of grouped(document.annotations, placeOf)) {
      const first = codes[0];
      if (!first) continue;
      const known = codes.filter(({ category }) => taxonomy.byCode.has(category));
      parts.push(
        `<PlainTextSelection guid="${guidOf('selection', guid, place)}" name="${escapeXml(clipLine(first.quote, longestName))}" startPosition="${String(points.at(first.start))}" endPosition="${String(points.at(first.end))}" creatingUser="${user}">`,
        ...known.map(
          ({ id, category }) =>
            `<Coding guid="${guidOf('coding', guid, id)}" creatingUser="${user}"><CodeRef targetGUID="${codeGuid(input, category)}"/></Coding>`,
        ),
        '</PlainTextSelection>',
      );
    }
    parts.push('</TextSource>');
  }
  return parts.join('\n');
}

function placeOf({ start, end }: AnnotationResult): string {
  return `${String(start)}-${String(end)}`;
}
