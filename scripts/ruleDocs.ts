import { rules } from '../src/core/rules';
import type { Rule, RuleExample } from '../src/core/rules/model';
import { severityOf } from '../src/server/settings';

const presets = ['quiet', 'draft', 'review'] as const;
const words = {
  off: '关 off',
  hint: '提示 hint',
  information: '信息 information',
  warning: '警告 warning',
  error: '错误 error',
} as const;

/**
 * The pages of docs/rules by file name, from the rules themselves: one page a rule, and a table of all. No figure in
 * them depends on the learned model, so that training does not make them stale.
 */
export function ruleDocs(): Map<string, string> {
  const pages = new Map<string, string>([['README.md', table()]]);
  for (const rule of rules) pages.set(`${rule.id}.md`, page(rule));
  return pages;
}

function severityIn(preset: (typeof presets)[number], { id }: Rule): string {
  return words[severityOf({ preset, rules: {} }, id)];
}

function table(): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.title.zh}<br>${rule.title.en} | ${presets.map((preset) => severityIn(preset, rule)).join(' | ')} |`,
  );
  return `${[
    '# 规则 Rules',
    '',
    '只提示缺口，少而有用。每条规则有固定的编号，可用设置 `policyLens.rules` 单独调整，高于预设；也可以就一处、一段、一个文件[不再提示](../suppressing.md)。',
    '',
    '级别为“提示”的只在正文里淡淡标出，“问题”面板不列；`review` 供审核逐条过目，所以每条至少为“信息”。',
    '',
    'Only gaps are reported: few and useful. Each rule has a stable id and can be set by itself in `policyLens.rules`, above the preset; a single place, paragraph or file can be [left alone](../suppressing.md).',
    '',
    'A hint is but a faint mark in the text and not in the Problems panel; `review` is for going through all of them, so that there each is at least information.',
    '',
    '| 规则 Rule | 内容 What | quiet | draft（默认 default） | review |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '本目录由 `npm run docs` 从 `src/core/rules` 生成，请勿手改。Generated from `src/core/rules` by `npm run docs`; do not edit.',
  ].join('\n')}\n`;
}

function page(rule: Rule): string {
  const { id, name, title, why, source } = rule;
  return `${[
    `# ${id} ${title.zh} · ${title.en}`,
    '',
    `\`${name}\` · ${presets.map((preset) => `${preset}: ${severityIn(preset, rule)}`).join(' · ')}`,
    '',
    why.zh,
    '',
    why.en,
    '',
    `**依据 Source**：${source}`,
    '',
    '## 会提示 Reported',
    '',
    ...rule.bad.flatMap(example),
    '## 不提示 Left alone',
    '',
    ...rule.good.flatMap(example),
    '## 设置 Setting',
    '',
    '```json',
    `"policyLens.rules": { "${id}": "${rule.defaultSeverity === 'off' ? 'hint' : 'off'}" }`,
    '```',
  ].join('\n')}\n`;
}

function example({ text, why }: RuleExample): string[] {
  return [why.zh, '', why.en, '', '```markdown', text.trimEnd(), '```', ''];
}
