import { message } from '../message';
import { blankOf } from '../coverage/blanks';
import type { Gap, Rule } from './model';

/** PL111: a sentence of a template whose blanks are not filled in. */
export const unfilledBlank: Rule = {
  id: 'PL111',
  name: 'unfilled-blank',
  title: { zh: '待填空位', en: 'Blank to be filled in' },
  why: {
    zh: '草稿和模板用两个以上的下划线留出单位、数字和期限的空位。还有空位的句子什么也没有承诺，所以覆盖度里最多算“单薄”。一句只提示一次；按 F8 可逐句走到。Markdown 的强调记号不算空位。',
    en: 'Drafts and templates leave blanks of two or more underscores for actors, figures and deadlines. A sentence with a blank commits nobody to anything yet and makes a remedy thin at best. One report a sentence; F8 goes through them. Marks of emphasis in Markdown are no blanks.',
  },
  defaultSeverity: 'information',
  source: '本工具的草稿与骨架；《党政机关公文处理工作条例》第十九条：内容简洁、主题突出、表述准确',
  bad: [
    {
      text: `# 关于推进科技创新的工作措施

由市财政局设立规模__亿元的科技信贷风险补偿资金池，到__年撬动科技贷款__亿元。
`,
      why: {
        zh: '规模、年份、金额都还空着。',
        en: 'Size, year and amount are still open.',
      },
    },
  ],
  good: [
    {
      text: `# 关于推进科技创新的工作措施

由市财政局设立规模2亿元的科技信贷风险补偿资金池，到2027年撬动科技贷款20亿元。 __重点支持中小企业。__
`,
      why: {
        zh: '空位都已填好；强调记号不是空位。',
        en: 'Everything is filled in; marks of emphasis are no blanks.',
      },
    },
  ],
  check({ document }) {
    return document.sentences.flatMap((sentence): Gap[] => {
      const place = blankOf(document, sentence);
      return place ? [{ ...place, message: message('PL111.message'), related: [], categories: [] }] : [];
    });
  },
};
