import { longFormsOf } from './longForms';

/**
 * Words by which officials say of a figure that it is low or falling, and a plainer one that says so elsewhere. They are
 * read as both.
 */
const words = longFormsOf(`
末位 偏低
垫底 偏低
倒数 偏低
倒数第二 偏低
不及 低于
仅为 低于
下滑 下降
滑坡 下降
萎缩 下降
缩水 减少
不升反降 下降
`);

/** The plainer word; null where a token is none of these. */
export function plainWordOf(token: string): string | null {
  return words.get(token)?.[0] ?? null;
}
