/**
 * Grammar by which a clause forbids a defect or wants to be spared it: 决不能让……流失, 不能再各自为政, 以免…… Who says so
 * asks for something and states no problem. 不能满足, 不得不 and 能不能让……？ are something else.
 */

const forbids = '(?<!能)(?:不能|不得|不许|不要|不应|不可|不准)';
const warnedOf = new RegExp(
  `(?:${forbids}(?:再|继续)?|${forbids}再[^，,的]{1,6}|${forbids}再?(?:让|任由?|听任|放任|容忍)[^，,的]{1,16}|(?:决不|绝不|不)允许[^，,的]{0,12}|(?:以免|免得|谨防|切忌|严防|切莫)[^，,的]{0,16})$`,
);

/** Whether what stands in front of a defect word, in its clause, warns of it. */
export function isWarnedBy(before: string): boolean {
  return warnedOf.test(before);
}

// At its beginning nothing is left that might be the cause: 现有服务不能让企业满意 is a complaint.
const warning = /^(?:我们|更|也|都|但|但也)?(?:[决绝]不能?|不能|不要|不许)再?(?:让|任由|听任|放任)/;

/** Whether a sentence may hold a warning without a defect word; most have not. */
export function mayWarn(sentence: string): boolean {
  return sentence.includes('不') && /[让任]/.test(sentence);
}

/** Whether a clause is a warning, by whatever words it names what is not to be. */
export function isWarning(clause: string): boolean {
  return warning.test(clause);
}
