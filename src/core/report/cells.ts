import type { Figure } from '../coverage/figure';
import { message } from '../message';
import type { Cell, Column, Place, Row, Status } from './model';

/** Short makers of cells, columns and rows. */
export const text = (value: string): Cell => ({ kind: 'text', text: value });
export const messageCell = (...said: Parameters<typeof message>): Cell => ({
  kind: 'message',
  message: message(...said),
});
export const category = (code: string): Cell => ({ kind: 'category', code });
export const categories = (codes: readonly string[], tables?: readonly string[]): Cell =>
  codes.length === 0 ? none : { kind: 'categories', codes, ...(tables ? { tables } : {}) };
export const figure = (value: Figure, heat?: number): Cell =>
  heat === undefined ? { kind: 'figure', figure: value } : { kind: 'figure', figure: value, heat };
export const status = (value: Status): Cell => ({ kind: 'status', status: value });
export const quotes = (list: readonly number[], isNamed = false): Cell =>
  list.length === 0 ? none : { kind: 'quotes', quotes: list, ...(isNamed ? { isNamed } : {}) };
export const documentCell = (document: number): Cell => ({ kind: 'document', document });
export const passage = (value: string, place: Place | null): Cell => ({
  kind: 'passage',
  text: value,
  place,
});
export const none: Cell = { kind: 'none' };

export const column = (id: string, numeric = false): Column => ({ title: messageCell(id), numeric });
export const prose = (id: string): Column => ({ title: messageCell(id), numeric: false, isProse: true });
export const row = (cells: readonly Cell[], document: number | null = null): Row => ({ cells, document });
