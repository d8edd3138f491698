import type { PagePlace } from './messages';

interface PagePlaces {
  /** Where an element stands that can have the focus. */
  of(element: Element): PagePlace;
  /** The element at a place of this page or of the one before; null where the row or the list is no longer there. */
  find(place: PagePlace): HTMLElement | null;
}

/**
 * The part of a page's script that names places, so that they are found again on the page of the same report that
 * takes its place, whose rows may be others. Its source is put into the page, so it may use nothing from outside.
 */
export function places(document: Document): PagePlaces {
  const wordsOf = (cell: Element | undefined): string => cell?.textContent.trim() ?? '';
  const spotOf = (element: Element): Omit<PagePlace, 'index'> => {
    const cell = element.closest<HTMLTableCellElement>('td, th');
    return {
      within: element.closest('[id]')?.id ?? '',
      row: wordsOf(cell?.closest('tr')?.cells[0]),
      column: cell?.cellIndex ?? -1,
    };
  };
  const at = ({ within, row, column }: Omit<PagePlace, 'index'>): HTMLElement[] => {
    const owner = within === '' ? document.body : document.getElementById(within);
    if (!owner) return [];
    const inside = owner.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex]');
    return [owner, ...inside].filter((each) => {
      const spot = spotOf(each);
      return spot.within === within && spot.row === row && spot.column === column;
    });
  };
  return {
    of: (element) => {
      const spot = spotOf(element);
      return { ...spot, index: at(spot).findIndex((each) => each === element) };
    },
    find: (place) => {
      const found = at(place);
      return found[place.index] ?? found.at(-1) ?? null;
    },
  };
}
