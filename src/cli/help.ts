import type { HelpConfiguration, Option } from 'commander';
import type { Translator } from '../l10n/translator';
import { widthOf, wrap } from './output/columns';

/** Describes a default that help does not show. */
export const unsaid = '';

/** Help in the user's language: commander's own words are English only, and it breaks lines at spaces only. */
export function helpIn({ t }: Translator): HelpConfiguration {
  return {
    styleTitle: (title) => t(`cli.help.${title.replace(':', '') as 'Usage'}`),
    styleUsage: (usage) =>
      usage
        .replace('[options]', `[${t('cli.help.anyOption')}]`)
        .replace('[command]', `[${t('cli.help.anyCommand')}]`),
    optionDescription: (option) => describe(option, t),
    subcommandTerm: (command) => command.name(),
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
  };
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
