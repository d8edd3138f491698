/**
 * Stems of the words by which a text speaks of science, technology and innovation, and of those who carry them. A
 * word counts where it contains one.
 */
const stems =
  '科技 科学 科研 科创 技术 创新 研发 研制 发明 专利 知识产权 高新 实验室 创业 创投 孵化 中试 智能 智慧 数字 数据 算力 算法 软件 芯片 装备 仪器 人才 专家 工程师 高校 院校 大学 院所 研究院 产学研 专精特新 新质'.split(
    ' ',
  );

/** Whether a word is one of the field's. */
export function isSubjectWord(word: string): boolean {
  return word.length > 1 && stems.some((stem) => word.includes(stem));
}
