import type { RowsAnswer, RowsMessage, TableView } from './messages';

/** What the page's script gives its tables. */
interface TablePage {
  readonly words: Readonly<Record<string, string>>;
  /** Positions of the documents whose rows are shown at first; null: of all. */
  readonly shown: readonly number[] | null;
  /** How the tables were shown by an earlier page, by their ids. */
  readonly kept: Readonly<Record<string, TableView>>;
  keep(views: Readonly<Record<string, TableView>>): void;
  /** Said by screen readers. */
  say(text: string): void;
  /** Asks the host for rows the page does not hold. */
  ask(query: RowsMessage): void;
}

interface PageTables {
  /** Shows the rows of these documents only; null: of all. */
  filter(documents: readonly number[] | null): void;
  receive(answer: RowsAnswer): void;
  /** Whether rows of a table that the host was asked for are still to come. */
  awaits(table: string): boolean;
}

/**
 * The part of a page's script that sorts, filters and pages tables, over all their rows: those of a file are in the
 * page and out of sight, those of a webview are with its host. Its source is put into the page, so it may use nothing
 * from outside.
 *
 * @param pageRows Rows shown at once.
 */
export function tables(document: Document, page: TablePage, pageRows: number): PageTables {
  const { words, say } = page;
  let shown = page.shown;
  const views: Record<string, TableView> = { ...page.kept };

  const fill = (template: string | undefined, ...values: readonly (string | number)[]): string =>
    (template ?? '').replace(/%(\d)/g, (_, slot: string) => String(values[Number(slot)] ?? ''));
  const dress = (within: ParentNode): void => {
    for (const number of within.querySelectorAll('button.n')) number.setAttribute('aria-haspopup', 'dialog');
  };
  const keyOf = (row: HTMLTableRowElement, column: number): string | number => {
    const cell = row.cells[column];
    const value = cell?.querySelector<HTMLElement>('[data-value]')?.dataset['value'];
    if (value !== undefined) return value === '' ? -1 : Number(value);
    const text = cell?.textContent.trim() ?? '';
    return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  };
  const collator = new Intl.Collator(document.documentElement.lang);
  const order = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

  /** Where the last page of so many rows begins. */
  const lastOf = (count: number): number => Math.max(0, Math.floor((count - 1) / pageRows) * pageRows);

  /** The buttons under a long table; `go` is told where the page wanted begins. */
  const pagerOf = (table: HTMLTableElement, go: (from: number) => void) => {
    const nav = document.createElement('nav');
    nav.className = 'pager';
    nav.setAttribute('aria-label', fill(words['pager'], table.caption?.textContent ?? ''));
    const range = document.createElement('span');
    let from = 0;
    let count = 0;
    const targets: readonly (readonly [name: string, to: () => number])[] = [
      ['first', () => 0],
      ['previous', () => Math.max(0, from - pageRows)],
      ['next', () => Math.min(lastOf(count), from + pageRows)],
      ['last', () => lastOf(count)],
    ];
    const buttons = targets.map(([name, to]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = name;
      button.textContent = words[name] ?? '';
      button.setAttribute('aria-controls', table.id);
      button.addEventListener('click', () => {
        if (to() !== from) go(to());
      });
      return { button, to };
    });
    nav.append(...buttons.slice(0, 2).map(({ button }) => button), range);
    nav.append(...buttons.slice(2).map(({ button }) => button));
    return {
      nav,
      text: (): string => range.textContent,
      update: (first: number, all: number): void => {
        from = first;
        count = all;
        const until = Math.min(from + pageRows, count);
        range.textContent = fill(
          words[table.dataset['unit'] ?? 'rows'],
          Math.min(from + 1, until),
          until,
          count,
        );
        // Not disabled: a button that is keeps no focus, and the reader would have to look for it again.
        for (const { button, to } of buttons) button.setAttribute('aria-disabled', String(to() === from));
      },
    };
  };

  const controlOf = (table: HTMLTableElement) => {
    const body = table.tBodies[0];
    const headRow = table.tHead?.rows[0];
    if (!body || !headRow || body.rows.length < 2) return null;
    const heads = [...headRow.cells];
    // Rows that tell something in their order are not parted.
    const sortable = table.dataset['fixed'] === undefined ? heads : [];
    const isRemote = table.dataset['rows'] !== undefined;
    const rows = isRemote ? [] : [...body.rows];
    const isLong = Number(table.dataset['rows'] ?? rows.length) > pageRows;
    let view = views[table.id] ?? { column: -1, isDescending: false, from: 0 };
    if (view.column >= sortable.length) view = { ...view, column: -1 };
    let isPrinted = false;
    let pending = '';
    let spoken: (() => string) | null = null;

    const place = (list: readonly Element[], from: number, count: number): void => {
      body.replaceChildren(...list);
      dress(body);
      if (pager) {
        table.setAttribute('aria-rowcount', String(count + 1));
        list.forEach((row, index) => row.setAttribute('aria-rowindex', String(from + index + 2)));
        pager.update(from, count);
      }
      if (spoken) say(spoken());
      spoken = null;
    };
    const draw = (): void => {
      if (isRemote) {
        const query: RowsMessage = { type: 'rows', table: table.id, ...view, documents: shown };
        pending = JSON.stringify(query);
        page.ask(query);
        return;
      }
      const wanted = shown && new Set(shown.map(String));
      const fitting = rows.filter(
        ({ dataset: { filtered } }) => !wanted || filtered === undefined || wanted.has(filtered),
      );
      const isPaged = isLong && !isPrinted;
      const from = isPaged ? Math.min(view.from, lastOf(fitting.length)) : 0;
      place(isPaged ? fitting.slice(from, from + pageRows) : fitting, from, fitting.length);
    };
    const sort = (): void => {
      const { column, isDescending } = view;
      sortable.forEach((head, index) => {
        const told = isDescending ? 'descending' : 'ascending';
        head.setAttribute('aria-sort', index === column ? told : 'none');
      });
      if (column < 0) return;
      const keys = new Map(rows.map((row) => [row, keyOf(row, column)]));
      const sign = isDescending ? -1 : 1;
      rows.sort((a, b) => sign * order(keys.get(a) ?? '', keys.get(b) ?? ''));
    };
    const change = (next: Partial<TableView>): void => {
      view = { ...view, ...next };
      views[table.id] = view;
      page.keep(views);
    };

    const pager = isLong
      ? pagerOf(table, (from) => {
          change({ from });
          spoken = () => pager?.text() ?? '';
          draw();
          const frame = table.closest('.long');
          if (frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
        })
      : null;
    sortable.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        // A column of numbers is first wanted with its largest on top.
        const isNew = view.column !== column;
        const isDescending = isNew ? head.classList.contains('num') : !view.isDescending;
        change({ column, isDescending, from: 0 });
        sort();
        spoken = () => `${words['sorted'] ?? ''} ${button.textContent}`;
        draw();
      });
    });
    sort();
    if (pager) {
      table.closest('.long')?.append(pager.nav);
      headRow.setAttribute('aria-rowindex', '1');
      place([...body.rows], 0, Number(table.dataset['rows'] ?? rows.length));
    }
    if (shown || view.column >= 0 || view.from > 0 || (isLong && !isRemote)) draw();
    // Paper has no pager: all rows that the page has are printed.
    const print = (isBefore: boolean): void => {
      isPrinted = isBefore;
      draw();
    };
    if (isLong && !isRemote) {
      document.defaultView?.addEventListener('beforeprint', () => print(true));
      document.defaultView?.addEventListener('afterprint', () => print(false));
    }
    return {
      awaits: (id: string): boolean => id === table.id && pending !== '',
      filter: (): void => {
        if (!isRemote && !rows.some(({ dataset }) => dataset['filtered'] !== undefined)) return;
        change({ from: 0 });
        draw();
      },
      receive: ({ query, from, count, rows: html }: RowsAnswer): void => {
        if (query.table !== table.id || JSON.stringify(query) !== pending) return;
        pending = '';
        const template = document.createElement('template');
        template.innerHTML = html;
        place([...template.content.children], from, count);
      },
    };
  };

  /** Says of tables that are wider than the page that there is more. */
  const measure = (frame: Element): void => {
    const caption = frame.querySelector('caption');
    if (!caption) return;
    if (frame.scrollWidth > frame.clientWidth + 1) caption.dataset['wide'] = words['wide'] ?? '';
    else delete caption.dataset['wide'];
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => measure(target)));
  for (const frame of document.querySelectorAll('.scroll')) observer.observe(frame);

  const controls = [...document.querySelectorAll('table')].map(controlOf);
  dress(document);
  return {
    filter: (documents) => {
      shown = documents;
      for (const control of controls) control?.filter();
    },
    receive: (answer) => {
      for (const control of controls) control?.receive(answer);
    },
    awaits: (table) => controls.some((control) => control?.awaits(table)),
  };
}
