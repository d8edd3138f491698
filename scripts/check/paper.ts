/** Prints for each section of the paper which categories of its kind are tagged in it, and how many hold. */
import { paperSections } from '../../test/unit/paper/sections';

const sections = paperSections();
if (!sections) {
  console.log('The paper is not at hand (../shared/paper): nothing checked.');
} else {
  for (const { code, counts, holds } of sections)
    console.log(
      `${holds ? 'holds ' : 'fails '} ${code.padEnd(5)} ${counts.map(([other, count]) => `${other} ${String(count)}`).join(', ')}`,
    );
  const number = (kinds: string): number =>
    sections.filter(({ code, holds }) => kinds.includes(code.charAt(0)) && holds).length;
  console.log(`P, R, S: ${String(number('PRS'))} of 22; with T and M: ${String(number('PRSTM'))} of 28.`);
  process.exitCode = number('PRS') === 22 ? 0 : 1;
}
