/** A tag as the page holds it: category, start, end, section, sentence. */
export type PageQuote = readonly [
  category: string,
  start: number,
  end: number,
  section: string,
  quote: string,
];

/** What the page's script needs to know of a document; `first` is the number of its first quote. */
export interface PageDocument {
  readonly path: string;
  readonly first: number;
}

/** Sent to the host when a reader wants to see a passage; offsets are UTF-16 code units. */
export interface OpenMessage {
  readonly type: 'open';
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Sent to the host for tags that the page does not hold, by position of their documents. */
export interface QuotesMessage {
  readonly type: 'quotes';
  readonly documents: readonly number[];
}

/** The host's answer to a {@link QuotesMessage}. */
export interface QuotesAnswer {
  readonly type: 'quotes';
  readonly quotes: readonly (readonly [document: number, quotes: readonly PageQuote[]])[];
}

/** Sent to the host for a concordance: of a category, of a word, or of a word in a category's sentences. */
export interface ConcordanceMessage {
  readonly type: 'concordance';
  readonly category: string;
  readonly word: string;
}

/** The host's answer to a {@link ConcordanceMessage}. */
export interface ConcordanceAnswer {
  readonly type: 'concordance';
  /** How many places there are, in the reader's words. */
  readonly status: string;
  readonly lines: readonly (readonly [
    document: number,
    start: number,
    end: number,
    left: string,
    match: string,
    right: string,
  ])[];
}

/** The part of a browser's window the script uses. */
export interface PageHost {
  acquireVsCodeApi?(): {
    postMessage(message: OpenMessage | QuotesMessage | ConcordanceMessage): void;
    getState(): PageState | undefined;
    setState(state: PageState): void;
  };
  addEventListener: Window['addEventListener'];
  scrollTo: Window['scrollTo'];
  readonly scrollY: number;
}

/** What a webview keeps when its page is replaced by a newer one. */
interface PageState {
  readonly top?: number;
  /** What the report is about, for the host after a reload of the window. */
  readonly memento?: object;
  /** Values of the filters by their names. */
  readonly filters?: Readonly<Record<string, string>>;
}

/**
 * The script of a report page: sorts and filters tables, opens the evidence of a figure, and tells the host where
 * to jump. Its source is put into the page (`page.toString()`), so it may use nothing from outside.
 */
export function page(document: Document, host: PageHost): void {
  const api = host.acquireVsCodeApi?.();
  const read = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
  const words = read<Readonly<Record<string, string>>>('data-words');
  const documents = read<readonly PageDocument[]>('data-documents');
  const pageSize = 200;
  const parsed = new Map<number, readonly PageQuote[]>();
  const status = document.getElementById('announce');

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
    const base = document.body.dataset['baseline'];
    const path = documents[index]?.path ?? '';
    const place = document.createElement(api ? 'button' : base === undefined ? 'span' : 'a');
    place.className = 'place jump';
    place.textContent = api || base !== undefined ? (words['open'] ?? '') : `${String(start)}–${String(end)}`;
    if (place instanceof HTMLAnchorElement && base !== undefined)
      place.href = base + path.split('/').map(encodeURIComponent).join('/');
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
  const open = (button: HTMLElement): void => {
    waiting = expand(button.dataset['q'] ?? '');
    if (heading) heading.textContent = `${labelOf(button.closest('td'))}: ${button.textContent}`;
    list?.replaceChildren();
    showMore();
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  more?.addEventListener('click', showMore);
  dialog.querySelector('button.close')?.addEventListener('click', () => {
    dialog.close();
  });

  for (const number of document.querySelectorAll('button.n')) number.setAttribute('aria-haspopup', 'dialog');
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const number = target?.closest<HTMLElement>('button.n');
    if (number) open(number);
    const place = target?.closest<HTMLElement>('.jump');
    if (!place || !api) return;
    event.preventDefault();
    dialog.close();
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
    if (category !== '' || word.trim() !== '') api?.postMessage({ type: 'concordance', category, word });
  });
  const showLines = ({ status: told, lines: all }: ConcordanceAnswer): void => {
    if (found) found.textContent = told;
    if (!lines) return;
    lines.hidden = all.length === 0;
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

  // A report that follows its documents is replaced as a whole: the reader stays where he is.
  const keep = (state: PageState): void => api?.setState({ ...api.getState(), ...state });
  if (api) {
    const memento = read<object | null>('data-memento');
    if (memento) keep({ memento });
    host.addEventListener('message', (event) => {
      const message = event.data as { type: 'status'; text: string } | QuotesAnswer | ConcordanceAnswer;
      if (message.type === 'status') say(message.text);
      if (message.type === 'concordance') showLines(message);
      if (message.type !== 'quotes') return;
      for (const [index, quotes] of message.quotes) parsed.set(index, quotes);
      showMore();
    });
    document.addEventListener('scrollend', () => {
      keep({ top: host.scrollY });
    });
    host.scrollTo(0, api.getState()?.top ?? 0);
  }

  const keyOf = (row: HTMLTableRowElement, column: number): string | number => {
    const cell = row.cells[column];
    const value = cell?.querySelector<HTMLElement>('[data-value]')?.dataset['value'];
    if (value !== undefined) return value === '' ? -1 : Number(value);
    const text = cell?.textContent.trim() ?? '';
    return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  };
  const order = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), document.documentElement.lang);
  for (const table of document.querySelectorAll('table')) {
    const body = table.tBodies[0];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (!body || body.rows.length < 2) continue;
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const isUp =
          head.getAttribute('aria-sort') === 'descending' || head.getAttribute('aria-sort') === 'none';
        // A column of numbers is first wanted with its largest on top.
        const first = head.getAttribute('aria-sort') === 'none' && head.classList.contains('num');
        const sign = isUp && !first ? 1 : -1;
        for (const other of heads) other.setAttribute('aria-sort', 'none');
        head.setAttribute('aria-sort', sign === 1 ? 'ascending' : 'descending');
        const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
        rows.sort((a, b) => sign * order(a.key, b.key));
        body.append(...rows.map(({ row }) => row));
        say(`${words['sorted'] ?? ''} ${button.textContent}`);
      });
    });
  }

  const filters = document.getElementById('filters');
  if (!filters) return;
  filters.hidden = false;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[data-filtered]')];
  const total = new Set(rows.map(({ dataset }) => dataset['filtered'])).size;
  filters.addEventListener('input', () => {
    const wanted = [...filters.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')].map(
      ({ name, value }) => ({ name, value: value.trim().toLowerCase() }),
    );
    keep({ filters: Object.fromEntries(wanted.map(({ name, value }) => [name, value])) });
    const shown = new Set<string>();
    for (const row of rows) {
      const isShown = wanted.every(({ name, value }) => {
        if (value === '') return true;
        if (name === 'text') return row.cells[0]?.textContent.toLowerCase().includes(value) ?? false;
        return row.dataset[name]?.toLowerCase() === value;
      });
      row.hidden = !isShown;
      if (isShown) shown.add(row.dataset['filtered'] ?? '');
    }
    say(`${words['shown'] ?? ''} ${String(shown.size)} / ${String(total)}`);
  });
  const kept = Object.entries(api?.getState()?.filters ?? {}).filter(([, value]) => value !== '');
  for (const [name, value] of kept) {
    const field = filters.querySelector<HTMLSelectElement | HTMLInputElement>(`[name="${name}"]`);
    if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.selected ||= option.value.toLowerCase() === value;
    else if (field) field.value = value;
  }
  if (kept.length > 0) filters.dispatchEvent(new Event('input'));
}
