import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { NotApplicable, Sidecar, Suppression, TextAnchor } from '../../core/suppress/model';

/** Why a sidecar cannot be used: where, and what is wrong there (a message id of the client with its argument). */
export interface SidecarProblem {
  /** From 1. */
  readonly line: number;
  readonly message:
    | { readonly id: 'client.sidecar.syntax'; readonly arg: string }
    | { readonly id: 'client.sidecar.version'; readonly arg: string }
    | { readonly id: 'client.sidecar.field'; readonly arg: string };
}

/** A sidecar as it stands in its file; fields that this version does not know are kept. */
export interface SidecarFile {
  readonly sidecar: Sidecar;
  readonly extra: Readonly<Record<string, unknown>>;
}

export const emptySidecar: Sidecar = { version: 1, suppressions: [], notApplicable: [] };

/** Whether nothing is said: such a sidecar needs no file. */
export function isEmpty({ sidecar, extra }: SidecarFile): boolean {
  return (
    sidecar.suppressions.length === 0 && sidecar.notApplicable.length === 0 && Object.keys(extra).length === 0
  );
}

/** Reads a sidecar's text. Total: a text that is no sidecar gives a problem, never an exception. */
export function parseSidecar(text: string): SidecarFile | SidecarProblem {
  try {
    return readText(text);
  } catch (error) {
    // Nested deeper than the stack, as no sidecar is.
    if (error instanceof RangeError)
      return { line: 1, message: { id: 'client.sidecar.syntax', arg: 'TooDeep' } };
    throw error;
  }
}

function readText(text: string): SidecarFile | SidecarProblem {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  const [error] = errors;
  if (error || !root)
    return {
      line: lineOf(error?.offset ?? 0),
      message: {
        id: 'client.sidecar.syntax',
        arg: error ? printParseErrorCode(error.error) : 'ValueExpected',
      },
    };
  try {
    return readRoot(root);
  } catch (problem) {
    if (!(problem instanceof Misfit)) throw problem;
    return { line: lineOf(problem.offset), message: { id: problem.id, arg: problem.arg } };
  }
}

/** The file's text: two spaces, a line end at the end, so that it reads and diffs well. */
export function formatSidecar({ sidecar, extra }: SidecarFile): string {
  const { version, suppressions, notApplicable } = sidecar;
  return `${JSON.stringify({ version, suppressions, notApplicable, ...extra }, null, 2)}\n`;
}

/** Leaves {@link readRoot} at the first thing that does not fit. */
class Misfit extends Error {
  constructor(
    readonly offset: number,
    readonly id: 'client.sidecar.version' | 'client.sidecar.field',
    readonly arg: string,
  ) {
    super(arg);
  }
}

function readRoot(root: Node): SidecarFile {
  const fields = fieldsOf(root, 'document');
  const version = fields.get('version');
  if (version?.value !== 1)
    throw new Misfit(version?.offset ?? root.offset, 'client.sidecar.version', String(version?.value ?? '?'));
  const extra: Record<string, unknown> = {};
  for (const [key, node] of fields)
    if (key !== 'version' && key !== 'suppressions' && key !== 'notApplicable')
      extra[key] = getNodeValue(node);
  const suppressions = itemsOf(fields.get('suppressions'), 'suppressions').map(readSuppression);
  const seen = new Set<string>();
  for (const { id } of suppressions) {
    if (seen.has(id))
      throw new Misfit(fields.get('suppressions')?.offset ?? 0, 'client.sidecar.field', `id “${id}”`);
    seen.add(id);
  }
  return {
    sidecar: {
      version: 1,
      suppressions,
      notApplicable: itemsOf(fields.get('notApplicable'), 'notApplicable').map(readNotApplicable),
    },
    extra,
  };
}

function readSuppression(node: Node): Suppression {
  const fields = fieldsOf(node, 'suppressions');
  const scope = choice(node, fields, 'scope', ['hit', 'paragraph', 'file'] as const);
  const optional = {
    category: optionalText(fields, 'category'),
    rule: optionalText(fields, 'rule'),
    replacement: optionalText(fields, 'replacement'),
  };
  return {
    id: filled(node, fields, 'id'),
    target: choice(node, fields, 'target', ['annotation', 'finding'] as const),
    ...(optional.category === undefined ? {} : { category: optional.category }),
    ...(optional.rule === undefined ? {} : { rule: optional.rule }),
    scope,
    anchor: readAnchor(node, fields),
    reason: text(node, fields, 'reason'),
    ...(optional.replacement === undefined ? {} : { replacement: optional.replacement }),
  };
}

function readAnchor(parent: Node, fields: ReadonlyMap<string, Node>): TextAnchor | null {
  const node = fields.get('anchor');
  if (!node) throw new Misfit(parent.offset, 'client.sidecar.field', 'anchor');
  if (node.type === 'null') return null;
  const inner = fieldsOf(node, 'anchor');
  const start: unknown = inner.get('start')?.value;
  if (typeof start !== 'number' || !Number.isInteger(start) || start < 0)
    throw new Misfit(inner.get('start')?.offset ?? node.offset, 'client.sidecar.field', 'anchor.start');
  return {
    quote: text(node, inner, 'quote'),
    prefix: text(node, inner, 'prefix'),
    suffix: text(node, inner, 'suffix'),
    start,
  };
}

function readNotApplicable(node: Node): NotApplicable {
  const fields = fieldsOf(node, 'notApplicable');
  return { category: filled(node, fields, 'category'), reason: text(node, fields, 'reason') };
}

function fieldsOf(node: Node, name: string): Map<string, Node> {
  if (node.type !== 'object') throw new Misfit(node.offset, 'client.sidecar.field', name);
  const fields = new Map<string, Node>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) fields.set(String(key.value), value);
  }
  return fields;
}

function itemsOf(node: Node | undefined, name: string): readonly Node[] {
  if (!node) return [];
  if (node.type !== 'array') throw new Misfit(node.offset, 'client.sidecar.field', name);
  return node.children ?? [];
}

function text(parent: Node, fields: ReadonlyMap<string, Node>, key: string): string {
  const node = fields.get(key);
  if (node?.type !== 'string') throw new Misfit(node?.offset ?? parent.offset, 'client.sidecar.field', key);
  return String(node.value);
}

function filled(parent: Node, fields: ReadonlyMap<string, Node>, key: string): string {
  const value = text(parent, fields, key);
  if (value === '') throw new Misfit(fields.get(key)?.offset ?? parent.offset, 'client.sidecar.field', key);
  return value;
}

function optionalText(fields: ReadonlyMap<string, Node>, key: string): string | undefined {
  const node = fields.get(key);
  if (!node) return undefined;
  return filled(node, fields, key);
}

function choice<const T extends string>(
  parent: Node,
  fields: ReadonlyMap<string, Node>,
  key: string,
  allowed: readonly T[],
): T {
  const value = text(parent, fields, key);
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new Misfit(fields.get(key)?.offset ?? parent.offset, 'client.sidecar.field', key);
  return found;
}
