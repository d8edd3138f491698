import type { CommanderError } from 'commander';
import type { Translator } from '../l10n/translator';

/** The parser's mistakes of a caller that have words of our own; the rest keeps the parser's. */
const known = {
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.optionMissingArgument': 'cli.usage.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.excessArguments': 'cli.usage.excessArguments',
  'commander.invalidArgument': 'cli.usage.invalidArgument',
} as const;

/**
 * A mistake on the command line in the user's language, with what is meant and where help is.
 *
 * @param command The command that was called, if it is one: its help has the options.
 */
export function usageMessage(
  { code, message }: CommanderError,
  { t }: Translator,
  command: string | undefined,
): string {
  const id = Object.entries(known).find(([key]) => key === code)?.[1];
  const [subject = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
  const rest = /is invalid\. (.*)$/s.exec(message)?.[1] ?? '';
  const choices = /^Allowed choices are (.*)\.$/s.exec(rest)?.[1];
  const own = choices === undefined ? rest : t('cli.usage.choices', choices.replaceAll(', ', t('cli.list')));
  const words = id === undefined ? message : t(id, subject, value, own);
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  return [
    words.trim(),
    ...(id !== undefined && meant !== undefined
      ? [t('cli.usage.meant', meant.replaceAll(', ', t('cli.list')))]
      : []),
    command === undefined ? t('cli.usage.help') : t('cli.usage.helpOf', command),
    '',
  ].join('\n');
}
