/** A Word document as its reader sees it. */
import { attributeOf, child, children } from '../xml';
import { contentOf, element, isParagraph, runOf } from './file';
import type { HiddenWords } from './hidden';
import { partAtPages } from './pageBreaks';
import { valueOf } from './styles';

/**
 * Settles what stands in a document twice, no longer, or unseen: of forms for different programs the one the converter
 * reads stays, changes are accepted as far as numbers depend on them, hidden words and pronunciations go, and
 * paragraphs that go on on a new page are two. Changes the document.
 *
 * @param unseen Which words are hidden.
 * @returns How many stretches of words were hidden.
 */
export function asRead(document: Document, unseen: HiddenWords): number {
  const all = (name: string): Element[] => Array.from(document.getElementsByTagNameNS('*', name));
  for (const either of all('AlternateContent')) keepRead(document, either);
  for (const gone of [...all('del'), ...all('moveFrom')])
    if (!isMark(gone)) gone.parentNode?.removeChild(gone);
  // The last first, so that no words are moved twice.
  for (const paragraph of all('p').filter(isParagraph).toReversed()) acceptEnd(paragraph);
  for (const ruby of all('ruby')) spell(ruby);
  for (const mark of all('fldChar')) writeChosen(document, mark);
  for (const holder of [...all('fldSimple'), ...all('dir'), ...all('bdo')]) unwrap(holder);
  for (const end of all('cr')) end.parentNode?.replaceChild(element(document, end, 'br'), end);
  const hidden = new Set<Node | null>(all('r').filter((run) => unseen.has(run)));
  const stretches = [...hidden].filter((run) => !hidden.has(run?.previousSibling ?? null));
  for (const run of hidden) run?.parentNode?.removeChild(run);
  partAtPages(document);
  return stretches.length;
}

/**
 * Of forms for different programs the converter reads the last one. LibreOffice leaves it empty where it is a box of
 * text, and others leave it out: there the words stand in the first one only.
 */
function keepRead(document: Document, either: Element): void {
  const last = child(either, 'Fallback') ?? either.appendChild(element(document, either, 'Fallback'));
  const textIn = (form: Element): Element[] => Array.from(form.getElementsByTagNameNS('*', 'txbxContent'));
  const isEmpty = textIn(last).length === 0;
  for (const choice of children(either, 'Choice')) {
    for (const text of isEmpty ? textIn(choice) : []) {
      const picture = element(document, text, 'pict');
      picture.appendChild(text);
      last.appendChild(picture);
    }
    either.removeChild(choice);
  }
}

/** A change of a paragraph's end, or of a row, rather than of words. */
function isMark({ parentNode }: Element): boolean {
  return /^(?:rPr|trPr)$/.test((parentNode as Element | null)?.localName ?? '');
}

/** A paragraph whose end was deleted reads on in the next one, which has the number and style (ECMA-376 §17.13.5.15). */
function acceptEnd(paragraph: Element): void {
  const end = child(child(paragraph, 'pPr'), 'rPr');
  const marks = [...children(end, 'del'), ...children(end, 'moveFrom')];
  if (marks.length === 0) return;
  for (const mark of marks) end?.removeChild(mark);
  const next = followerOf(paragraph);
  if (!next) return;
  const first = contentOf(next)[0] ?? null;
  for (const part of contentOf(paragraph)) next.insertBefore(part, first);
  paragraph.parentNode?.removeChild(paragraph);
}

/** The paragraph behind another, if no table stands between them. */
function followerOf(paragraph: Element): Element | null {
  for (let next = paragraph.nextSibling; next; next = next.nextSibling) {
    if ((next as Element).localName === 'tbl') return null;
    if (next.nodeType === 1 && isParagraph(next as Element)) return next as Element;
  }
  return null;
}

/** What was chosen in a list of a form stands in its data only; what was never chosen shows the first entry. */
function writeChosen(document: Document, mark: Element): void {
  const list = child(child(mark, 'ffData'), 'ddList');
  const begin = mark.parentNode as Element | null;
  if (!list || !begin || child(begin, 'fldChar') !== mark || hasResult(begin)) return;
  const number = Number(valueOf(child(list, 'result')) ?? valueOf(child(list, 'default')) ?? 0);
  const words = valueOf(children(list, 'listEntry')[number] ?? null);
  if (!words) return;
  begin.parentNode?.insertBefore(runOf(document, begin, words), begin);
}

/** Whether a field has words of its own, up to its end; without one, up to the next field. */
function hasResult(begin: Element): boolean {
  for (let next = begin.nextSibling; next; next = next.nextSibling) {
    const run = next as Element;
    if (run.localName !== 'r') continue;
    if (child(run, 't')) return true;
    const mark = child(run, 'fldChar');
    const kind = mark && attributeOf(mark, 'fldCharType');
    if (kind === 'end' || kind === 'begin') return false;
  }
  return false;
}

/** The words of a field that is one element, or of a direction of writing: the converter would leave them out. */
function unwrap(holder: Element): void {
  while (holder.firstChild) holder.parentNode?.insertBefore(holder.firstChild, holder);
  holder.parentNode?.removeChild(holder);
}

/** Words with their pronunciation above them: the converter would leave out both. */
function spell(ruby: Element): void {
  const run = ruby.parentNode;
  const base = child(ruby, 'rubyBase');
  if (!run || !base) return;
  for (const word of children(base, 'r'))
    for (const part of Array.from(word.childNodes)) run.insertBefore(part, ruby);
  run.removeChild(ruby);
}
