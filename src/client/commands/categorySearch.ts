import type { CategoryInfo } from '../../protocol';

/** Fewest letters that count: one letter begins a syllable of nearly every name. */
const shortest = 2;

/**
 * Whether typed letters mean a category although its label does not hold them: its code without the dot (`r23`), the
 * pinyin of its name from any syllable on, in full or by initials (`jszy`, `jishu`), or its name in the other language
 * from any word on.
 */
export function isMeant({ code, syllables, otherName }: CategoryInfo, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  const letters = words.replace(/[\s']/gu, '');
  if (letters.length < shortest) return false;
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return (
    code.replace('.', '').toLowerCase().startsWith(letters) ||
    initials.includes(letters) ||
    syllables.some((_, at) => syllables.slice(at).join('').startsWith(letters)) ||
    ` ${otherName.toLowerCase()}`.includes(` ${words}`)
  );
}
