/**
 * Radicals of the CJK Radicals Supplement, and behind each the character that it looks like (Unicode,
 * EquivalentUnifiedIdeograph.txt), as far as it is a word or a part of one in today's texts.
 */
const supplement = new Map(
  (
    '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺸羋⺻聿⺼肉⺽臼⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻋车⻏邑⻑長⻓长' +
    '⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/**
 * A text of a PDF with the characters that it shows. Fonts that draw a radical and a character as one glyph let readers
 * guess which it was: ⼈ (U+2F08) for 人, ⻓ for 长, 年 (U+F98E) for 年. No search and no vocabulary knows those.
 *
 * @returns As many characters.
 */
export function withUnifiedIdeographs(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe18\ufe31\ufe35-\ufe44]/g, (character) => {
    if (character < '\u2f00') return supplement.get(character) ?? character;
    const normal = character.normalize('NFKC');
    // Marks of vertical writing: ︐ for ，, whose simple form is a comma of Latin text.
    return normal < '\u007f' ? String.fromCharCode(normal.charCodeAt(0) + 0xfee0) : normal;
  });
}
