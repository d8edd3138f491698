import { message, type Message } from '../core/message';

/** Messages that tell how many there are of what, by their names; of what there is none, there is none. */
export function countNotes(area: 'import' | 'word', counts: Readonly<Record<string, number>>): Message[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => message(`report.${area}.${name}`, count));
}
