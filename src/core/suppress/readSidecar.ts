import { fieldsOf, itemsOf } from '../untrusted';
import type { NotApplicable, Sidecar, Suppression, TextAnchor } from './model';

/**
 * A sidecar from outside, entry by entry: what does not fit is left out, so that one bad entry costs only itself.
 * Null where the value is no sidecar of version 1.
 */
export function readSidecar(value: unknown): Sidecar | null {
  const given = fieldsOf(value);
  if (given?.['version'] !== 1) return null;
  const ids = new Set<string>();
  return {
    version: 1,
    suppressions: itemsOf(given['suppressions']).flatMap((item) => {
      const suppression = readSuppression(item);
      if (!suppression || ids.has(suppression.id)) return [];
      ids.add(suppression.id);
      return [suppression];
    }),
    notApplicable: itemsOf(given['notApplicable']).flatMap((item): NotApplicable[] => {
      const fields = fieldsOf(item);
      const category = textOf(fields?.['category']);
      return category ? [{ category, reason: textOf(fields?.['reason']) ?? '' }] : [];
    }),
  };
}

function readSuppression(value: unknown): Suppression | null {
  const fields = fieldsOf(value);
  const id = textOf(fields?.['id']);
  const target = fields?.['target'];
  const scope = fields?.['scope'];
  if (!fields || !id) return null;
  if (target !== 'annotation' && target !== 'finding') return null;
  if (scope !== 'hit' && scope !== 'paragraph' && scope !== 'file') return null;
  const category = textOf(fields['category']);
  const rule = textOf(fields['rule']);
  const replacement = textOf(fields['replacement']);
  return {
    id,
    target,
    ...(category ? { category } : {}),
    ...(rule ? { rule } : {}),
    scope,
    anchor: readAnchor(fields['anchor']),
    reason: textOf(fields['reason']) ?? '',
    ...(replacement ? { replacement } : {}),
  };
}

function readAnchor(value: unknown): TextAnchor | null {
  const fields = fieldsOf(value);
  const quote = textOf(fields?.['quote']);
  if (!fields || quote === null) return null;
  const start = fields['start'];
  return {
    quote,
    prefix: textOf(fields['prefix']) ?? '',
    suffix: textOf(fields['suffix']) ?? '',
    start: typeof start === 'number' && Number.isFinite(start) ? start : 0,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
