import type { Span } from '../../text/model';

/**
 * Words that say nothing by themselves (虚词, and the negations): underlined alone they would puzzle. They still count
 * as reasons and stand in the hover.
 */
const empty =
  '没有 没能 没 无 未 尚未 尚 不 不是 不能 不会 并不 并未 还没有 还没 还 也 都 又 再 就 才 只 只有 仅 已 已经 正在 很 较 更 最 的 地 得 ' +
  '了 着 过 和 与 及 以及 或 或者 而 而且 且 并 并且 但 但是 因 因为 由 于 从 到 向 对 对于 为 为了 在 把 被 让 将 以 按 按照 通过 关于 是 ' +
  '有 等 中 上 下 之 其 这 这些 那 那些 该 本 各 每 一 个 一个 进一步 进一';

/** Longest first; each is taken out once, so that no text makes this slow. */
const emptyWords = new RegExp(
  `${empty
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')}|[\\p{P}\\p{S}\\s\\d]`,
  'gu',
);

/** Structural words at the ends of a piece; not where they end or begin a word: 目的, 参与, 和谐, 饱和. */
const leading = /^(?:[，。；、：！？\s]|的(?!确)|和(?![谐平睦])|与(?!会)|等(?![级待同次]))+/u;
const trailing = /(?:[，。；、：！？\s]|(?<!目)的|(?<![总饱温缓中])和|(?<![参给赋授])与)+$/u;

/** A piece of text without empty words at its ends; null where it holds nothing else. */
export function speaking({ start, end, text }: Span & { readonly text: string }): Span | null {
  if (text.replace(emptyWords, '') === '') return null;
  const from = leading.exec(text)?.[0].length ?? 0;
  const rest = text.slice(from);
  const to = rest.length - (trailing.exec(rest)?.[0].length ?? 0);
  return { start: start + from, end: end - (rest.length - to) };
}
