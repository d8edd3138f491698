import type {
  ConcordanceAnswer,
  ConcordanceMessage,
  PageAnswer,
  PageDocument,
  PageHost,
  PageNews,
  PageQuote,
  PageState,
} from './messages';
import type { places } from './places';
import type { tables } from './tables';

/**
 * The script of a report page: filters tables, opens the evidence of a figure, and tells the host where to jump. Its
 * source is put into the page (`page.toString()`), so it may use nothing from outside.
 *
 * @param control What sorts and pages the tables.
 * @param placing What names places.
 * @param pageRows Rows of a table that are shown at once.
 */
export function page(
  document: Document,
  host: PageHost,
  control: typeof tables,
  placing: typeof places,
  pageRows: number,
): void {
  const api = host.acquireVsCodeApi?.();
  const read = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
  const words = read<Readonly<Record<string, string>>>('data-words');
  const documents = read<readonly PageDocument[]>('data-documents');
  const pageSize = 200;
  const parsed = new Map<number, readonly PageQuote[]>();
  const status = document.getElementById('announce');

  // A report that follows its documents is replaced as a whole: the reader stays where he is.
  const keep = (state: PageState): void => api?.setState({ ...api.getState(), ...state });
  const memento = read<object | null>('data-memento');
  if (memento) keep({ memento });
  const kept = api?.getState() ?? {};
  const spots = placing(document);

  const documentOf = (quote: number): number => {
    let low = 0;
    let high = documents.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((documents[middle]?.first ?? 0) <= quote) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const quotesOf = (index: number): readonly PageQuote[] | null => {
    const known = parsed.get(index) ?? read<readonly PageQuote[] | null>(`data-quotes-${String(index)}`);
    if (known) parsed.set(index, known);
    return known;
  };
  const expand = (ranges: string): number[] =>
    ranges.split(',').flatMap((range) => {
      const [from, to] = range.split('-').map(Number);
      if (from === undefined) return [];
      return Array.from({ length: (to ?? from) - from + 1 }, (_, step) => from + step);
    });
  const say = (text: string): void => {
    if (status) status.textContent = text;
  };
  const jump = (index: number, start: number, end: number): HTMLElement => {
    const href = documents[index]?.href;
    const place = document.createElement(api ? 'button' : href === undefined ? 'span' : 'a');
    place.className = 'place jump';
    place.textContent = api || href !== undefined ? (words['open'] ?? '') : `${String(start)}–${String(end)}`;
    if (place instanceof HTMLAnchorElement && href !== undefined) place.href = href;
    place.dataset['document'] = String(index);
    place.dataset['start'] = String(start);
    place.dataset['end'] = String(end);
    return place;
  };

  const dialog = document.getElementById('evidence') as HTMLDialogElement;
  const list = dialog.querySelector('ol');
  const more = dialog.querySelector<HTMLButtonElement>('button.more');
  const heading = dialog.querySelector('h2');
  let waiting: number[] = [];
  const showMore = (): void => {
    const absent = [...new Set(waiting.slice(0, pageSize).map(documentOf))].filter(
      (index) => !quotesOf(index),
    );
    if (absent.length > 0) {
      api?.postMessage({ type: 'quotes', documents: absent });
      return;
    }
    for (const number of waiting.splice(0, pageSize)) {
      const index = documentOf(number);
      const quote = quotesOf(index)?.[number - (documents[index]?.first ?? 0)];
      if (!quote) continue;
      const [category, start, end, section, text] = quote;
      const item = document.createElement('li');
      const words = document.createElement('q');
      words.className = 'quote';
      words.lang = 'zh-CN';
      words.textContent = text;
      const from = document.createElement('span');
      from.className = 'place';
      const title = documents.length > 1 ? [documents[index]?.path ?? ''] : [];
      from.textContent = ` ${[category, ...title, section].filter((part) => part !== '').join(' · ')} `;
      item.append(words, from, jump(index, start, end));
      list?.append(item);
    }
    if (more) more.hidden = waiting.length === 0;
  };
  const labelOf = (cell: HTMLTableCellElement | null): string => {
    const head = cell?.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex];
    const row = cell?.closest('tr')?.cells[0];
    return [row, head].map((each) => each?.textContent.trim() ?? '').join(' · ');
  };
  let asked: HTMLElement | null = null;
  /** Whether this page stands for one before, to which nobody has come back yet. */
  let isReplaced = false;
  const open = (button: HTMLElement): void => {
    const { figure, q } = button.dataset;
    if (q === undefined) {
      asked = button;
      api?.postMessage({ type: 'evidence', figure: figure ?? '' });
      return;
    }
    waiting = expand(q);
    if (heading) heading.textContent = `${labelOf(button.closest('td'))}: ${button.textContent}`;
    list?.replaceChildren();
    showMore();
    keep({ open: spots.of(button) });
    // Shown as a modal one it takes the focus, which may be in the text that is being written.
    if (isReplaced) dialog.setAttribute('open', '');
    else dialog.showModal();
    dialog.scrollTop = isReplaced ? (kept.openTop ?? 0) : 0;
  };
  more?.addEventListener('click', showMore);
  dialog.addEventListener('scrollend', () => {
    keep({ openTop: dialog.scrollTop });
  });
  dialog.addEventListener('close', () => {
    const figure = api?.getState()?.open;
    keep({ open: null });
    // The browser gives the focus back to the figure, but not on a page that was opened with the sentences.
    const { activeElement } = document;
    if (figure && (activeElement === document.body || dialog.contains(activeElement)))
      spots.find(figure)?.focus();
  });
  dialog.querySelector('button.close')?.addEventListener('click', () => {
    dialog.close();
  });

  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target !== document.body) keep({ focus: spots.of(target) });
  });
  /** Whoever comes back by keyboard goes on where he was. */
  const resume = (): void => {
    isReplaced = false;
    const { focus, openTop } = api?.getState() ?? {};
    if (dialog.open && !dialog.matches(':modal')) {
      dialog.removeAttribute('open');
      dialog.showModal();
      dialog.scrollTop = openTop ?? 0;
    } else if (document.activeElement !== document.body) return;
    if (focus) spots.find(focus)?.focus({ preventScroll: true });
  };

  // A webview scrolls to a link's target but leaves the focus: the next Tab would lead back to the list of contents.
  const goTo = (id: string): void => {
    const target = document.getElementById(id);
    const focused = target?.closest<HTMLElement>('.scroll') ?? target;
    if (focused && focused.tabIndex < 0) focused.tabIndex = -1;
    focused?.focus();
  };

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const number = target?.closest<HTMLElement>('button.n');
    if (number) open(number);
    const link = target?.closest<HTMLAnchorElement>('a[href^="#"]');
    if (api && link) goTo(link.hash.slice(1));
    const place = target?.closest<HTMLElement>('.jump');
    if (!place || !api) return;
    event.preventDefault();
    // The sentences stay in sight: one looks at them one after the other.
    api.postMessage({
      type: 'open',
      path: documents[Number(place.dataset['document'])]?.path ?? '',
      start: Number(place.dataset['start']),
      end: Number(place.dataset['end']),
    });
  });

  const search = document.querySelector<HTMLFormElement>('form#kwic');
  const found = document.getElementById('kwic-status');
  const lines = document.querySelector<HTMLTableElement>('table#kwic-lines');
  search?.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new FormData(search);
    const category = String(fields.get('category'));
    const word = String(fields.get('word'));
    if (category === '' && word.trim() === '') return;
    found?.setAttribute('aria-live', 'polite');
    keep({ concordance: { category, word } });
    api?.postMessage({ type: 'concordance', category, word });
  });
  /** Looks again for what was looked for, without a word to screen readers: nobody asked. */
  const findAgain = ({ category, word }: Omit<ConcordanceMessage, 'type'>): void => {
    const choice = search?.querySelector('select');
    const field = search?.querySelector('input');
    if (!choice || !field) return;
    choice.value = category;
    if (choice.value !== category) return;
    field.value = word;
    found?.setAttribute('aria-live', 'off');
    api?.postMessage({ type: 'concordance', category, word });
  };
  const showLines = ({ status: told, lines: all }: ConcordanceAnswer): void => {
    if (found) found.textContent = told;
    if (!lines) return;
    // With its frame, which is a stop of the Tab key.
    lines.parentElement?.toggleAttribute('hidden', all.length === 0);
    lines.tBodies[0]?.replaceChildren(
      ...all.map(([index, start, end, left, match, right]) => {
        const row = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = documents[index]?.path ?? '';
        const [before, at, after] = [left, match, right].map((text) => {
          const cell = document.createElement('td');
          cell.textContent = text;
          return cell;
        });
        if (before) before.className = 'num';
        at?.append(' ', jump(index, start, end));
        row.append(head, ...[before, at, after].filter((cell) => cell !== undefined));
        return row;
      }),
    );
  };

  const filters = document.getElementById('filters');
  const fields = [
    ...(filters?.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input') ?? []),
  ];
  for (const field of fields) {
    const value = kept.filters?.[field.name] ?? '';
    if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.selected ||= option.value.toLowerCase() === value;
    else field.value = value;
  }
  const wishes = (): { name: string; value: string }[] =>
    fields
      .map(({ name, value }) => ({ name, value: value.trim().toLowerCase() }))
      .filter(({ value }) => value !== '');
  /** Positions of the documents that fit the filters; null: all. */
  const filtered = (): number[] | null => {
    const wanted = wishes();
    if (wanted.length === 0) return null;
    return documents.flatMap(({ path, metadata }, index) => {
      const fits = wanted.every(({ name, value }) =>
        name === 'text' ? path.toLowerCase().includes(value) : metadata[name]?.toLowerCase() === value,
      );
      return fits ? [index] : [];
    });
  };
  const sayShown = (shown: readonly number[] | null): void => {
    const total = documents.filter(({ counted }) => counted).length;
    const count = shown?.filter((index) => documents[index]?.counted).length ?? total;
    say(`${words['shown'] ?? ''} ${String(count)} / ${String(total)}`);
  };
  const shown = filtered();
  const controlled = control(
    document,
    {
      words,
      shown,
      kept: kept.tables ?? {},
      keep: (views) => {
        keep({ tables: views });
      },
      say,
      ask: (query) => api?.postMessage(query),
    },
    pageRows,
  );
  if (shown) sayShown(shown);
  if (filters) {
    filters.hidden = false;
    filters.addEventListener('input', () => {
      keep({ filters: Object.fromEntries(wishes().map(({ name, value }) => [name, value])) });
      const now = filtered();
      controlled.filter(now);
      sayShown(now);
    });
  }

  let isRestored = false;
  /** What was open and where the focus was, as soon as its row is there, for which the host may have been asked. */
  const restore = (): void => {
    const wanted = kept.open ?? kept.focus;
    if (isRestored || (wanted && controlled.awaits(wanted.within))) return;
    isRestored = true;
    const figure = kept.open && spots.find(kept.open);
    // The reader may have opened others meanwhile.
    if (!dialog.open && figure?.matches('button.n')) {
      isReplaced = true;
      open(figure);
    } else if (!dialog.open) keep({ open: null });
    if (document.hasFocus()) resume();
  };

  if (!api) return;
  host.addEventListener('message', (event) => {
    const message = event.data as PageNews | PageAnswer;
    if (message.type === 'status') say(message.text);
    if (message.type === 'memento') keep({ memento: message.memento });
    if (message.type === 'concordance') showLines(message);
    if (message.type === 'rows') {
      controlled.receive(message);
      restore();
    }
    if (message.type === 'evidence' && asked?.dataset['figure'] === message.figure) {
      asked.dataset['q'] = message.quotes;
      open(asked);
    }
    if (message.type !== 'quotes') return;
    for (const [index, quotes] of message.quotes) parsed.set(index, quotes);
    showMore();
  });
  document.addEventListener('scrollend', () => {
    keep({ top: host.scrollY });
  });
  const top = kept.top ?? 0;
  // What is above must have its true height for the reader to be where he was.
  document.body.classList.toggle('whole', top > 0);
  host.scrollTo(0, top);
  if (kept.concordance) findAgain(kept.concordance);
  host.addEventListener('focus', resume);
  restore();
}
