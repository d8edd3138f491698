/**
 * Frequent characters of policy texts that only traditional Chinese writes so, and the same in simplified Chinese, in
 * the same order. Left out are those that simplified or Japanese texts have, too (後/后, 準/准, 業, 進).
 */
const traditional = /[國發產與學這們來對關經濟實會體應轉區權點從還廣處變總擴顯驗聯屬]/g;
const simplified = /[国发产与学这们来对关经济实会体应转区权点从还广处变总扩显验联属]/g;

/** Enough to tell: what a long text is written in shows early. */
const lookedAt = 50_000;

/** Fewer characters than this may be a name or a quotation. */
const least = 5;

/** Whether a text is mostly in traditional Chinese, of which the indicators, all simplified, find hardly anything. */
export function looksTraditional(text: string): boolean {
  const beginning = text.slice(0, lookedAt);
  const found = beginning.match(traditional)?.length ?? 0;
  return found >= least && found > (beginning.match(simplified)?.length ?? 0);
}
