import { answerStatus, type AnswerStatus } from '../../core/coverage/status';
import type { Overview, ProblemItem } from '../../protocol';
import { escapeMarkdown } from '../../service/markdown';
import type { ViewNode } from './node';
import { kindIcons, occurrenceNodes, type TreeContext } from './parts';

const statusIcons: Record<AnswerStatus, { id: string; color?: string }> = {
  open: { id: 'circle-large', color: 'policyLens.problemForeground' },
  related: { id: 'circle-slash', color: 'list.warningForeground' },
  weak: { id: 'color-mode', color: 'list.warningForeground' },
  closed: { id: 'pass-filled', color: 'policyLens.safeguardForeground' },
};
const urgency: readonly AnswerStatus[] = ['open', 'related', 'weak', 'closed'];

/** The stated problems with what answers them, most urgent first; then remedies that answer none. */
export function problemTree(context: TreeContext, overview: Overview): ViewNode[] {
  const { words, uri, taxonomy } = context;
  const excused = new Set(
    overview.missing.filter(({ notApplicable }) => notApplicable !== null).map(({ category }) => category),
  );
  const problems = [...overview.problems]
    .sort((a, b) => urgency.indexOf(statusOf(a)) - urgency.indexOf(statusOf(b)))
    .map((problem) => problemNode(context, problem, excused));
  if (overview.orphans.length === 0) return problems;
  const places = new Map(overview.covered.map(({ category, occurrences }) => [category, occurrences]));
  return [
    ...problems,
    {
      id: 'orphans',
      label: words.t('client.problems.orphans'),
      description: String(overview.orphans.length),
      tooltip: words.t('client.problems.orphans.why'),
      accessible: `${words.t('client.problems.orphans')}, ${String(overview.orphans.length)}`,
      icon: { id: 'debug-disconnect' },
      state: 'collapsed',
      target: { uri },
      children: overview.orphans.map((code) => ({
        id: `orphans/${code}`,
        label: taxonomy.label(code),
        icon: kindIcons[taxonomy.get(code)?.kind ?? 'R'],
        state: 'collapsed',
        context: 'category occurrences',
        target: { uri, category: code },
        children: occurrenceNodes(context, `orphans/${code}`, places.get(code) ?? []),
      })),
    },
  ];
}

function statusOf({ status, remedies }: ProblemItem): AnswerStatus {
  const found = remedies.filter((remedy) => remedy.status !== 'missing');
  return answerStatus(status, found, ({ primary }) => primary);
}

/** @param excused Remedies that the user has said do not apply here. */
function problemNode(context: TreeContext, problem: ProblemItem, excused: ReadonlySet<string>): ViewNode {
  const { words, uri } = context;
  const label = `${problem.category} ${problem.name}`;
  const state = statusOf(problem);
  const status = words.t(`report.status.${state}`);
  return {
    id: problem.category,
    label,
    description: status,
    tooltip: `**${escapeMarkdown(label)}** · ${status}\n\n${words.t(`client.problems.${state}.why`)}`,
    accessible: words.t('client.problems.accessible', label, status, problem.occurrences.length),
    icon: statusIcons[state],
    state: state === 'closed' ? 'collapsed' : 'expanded',
    context: 'category occurrences',
    target: { uri, category: problem.category },
    children: [
      ...problem.remedies.map((remedy) =>
        excused.has(remedy.category)
          ? excusedNode(context, problem.category, remedy)
          : remedyNode(context, problem.category, remedy),
      ),
      ...occurrenceNodes(context, problem.category, problem.occurrences),
    ],
  };
}

type Remedy = ProblemItem['remedies'][number];

function roleOf({ words }: TreeContext, { primary }: Remedy): string {
  return words.t(primary ? 'client.problems.primary' : 'client.problems.related');
}

/** As in the report: what does not apply is not missing, and no draft is offered. */
function excusedNode(context: TreeContext, problem: string, remedy: Remedy): ViewNode {
  const { category, name } = remedy;
  return {
    id: `${problem}/${category}`,
    label: `${category} ${name}`,
    description: `${roleOf(context, remedy)} · ${context.words.t('report.status.notApplicable')}`,
    icon: { id: 'circle-slash' },
    state: 'leaf',
    context: 'category',
    target: { uri: context.uri, category },
    children: [],
  };
}

function remedyNode(context: TreeContext, problem: string, remedy: Remedy): ViewNode {
  const { category, name, primary, status } = remedy;
  const { words, uri } = context;
  const role = roleOf(context, remedy);
  const found = words.t(`report.status.${status}`);
  const isFound = status !== 'missing';
  return {
    id: `${problem}/${category}`,
    label: `${category} ${name}`,
    description: `${role} · ${found}`,
    icon:
      status === 'covered'
        ? { id: 'check', color: 'policyLens.safeguardForeground' }
        : { id: status === 'thin' ? 'color-mode' : primary ? 'circle-large' : 'dash' },
    state: 'leaf',
    context: ['category', isFound ? 'occurrences' : '', status === 'covered' ? '' : 'insert']
      .filter((part) => part !== '')
      .join(' '),
    target: { uri, category, action: isFound ? 'reveal' : 'insert' },
    children: [],
  };
}
