import type { HelpConfiguration, Option } from 'commander';
import type { Translator } from '../l10n/translator';
import { fit, pad, widthOf, wrap } from './output/columns';

/** Describes a default that help does not show. */
export const unsaid = '';

/** Columns a description needs to stand beside what it describes. */
const leastColumns = 30;

/** Before a description that stands below. */
const below = ' '.repeat(6);

/**
 * Help in the user's language: commander's own words are English only, it breaks lines at spaces only, and none in a
 * narrow terminal.
 */
export function helpIn({ t }: Translator, columns: number): HelpConfiguration {
  const titleColumns = widthOf(t('cli.help.Usage')) + 1;
  return {
    styleTitle: (title) => t(`cli.help.${title.replace(':', '') as 'Usage'}`),
    styleUsage: (usage) =>
      fit(
        usage
          .replace('[options]', `[${t('cli.help.anyOption')}]`)
          .replace('[command]', `[${t('cli.help.anyCommand')}]`),
        columns - titleColumns,
      ).join(`\n${' '.repeat(titleColumns)}`),
    optionDescription: (option) => describe(option, t),
    subcommandTerm: (command) => command.name(),
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    formatItem: (term, termColumns, description) => {
      const head = `  ${pad(term, termColumns)}  `;
      const lines =
        columns - widthOf(head) >= leastColumns
          ? wrap(description, columns, head, ' '.repeat(widthOf(head)))
          : [`  ${term}`, ...wrap(description, columns, below, below)];
      return lines.join('\n');
    },
  };
}

/** Examples as they are where they fit, else each above what it is about. */
export function examplesIn({ t }: Translator, columns: number): string {
  const lines = t('cli.help.examples').split('\n');
  if (lines.every((line) => widthOf(line) <= columns)) return lines.join('\n');
  return lines
    .flatMap((line) => {
      const [, example, about] = /^( {2}\S.*?) {2,}(.*)$/.exec(line) ?? [];
      // An example is whole, however long: it is copied.
      return example === undefined || about === undefined
        ? fit(line, columns)
        : [example, ...wrap(about, columns, below, below)];
    })
    .join('\n');
}

function describe(option: Option, t: Translator['t']): string {
  const { description, argChoices, defaultValue, defaultValueDescription, mandatory } = option;
  const facts = [
    ...(mandatory ? [t('cli.help.required')] : []),
    ...(argChoices ? [t('cli.help.choices', argChoices.join(t('cli.list')))] : []),
    ...(defaultValueDescription !== unsaid &&
    (typeof defaultValue === 'string' || typeof defaultValue === 'number')
      ? [t('cli.help.default', defaultValue)]
      : []),
  ];
  return facts.length > 0
    ? t('cli.help.facts', description, facts.join(t('cli.help.factsApart')))
    : description;
}
