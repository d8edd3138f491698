import { createTranslator } from '../l10n/translator';
import { exit } from './io';
import { languageIn } from './language';

/** How a run ends whose standard output takes no more. */
export function brokenOutput(
  { code }: NodeJS.ErrnoException,
  args: readonly string[],
): { readonly code: number; readonly message: string } {
  // The reader has gone (`| head`): there is nobody left to tell.
  if (code === 'EPIPE') return { code: exit.ok, message: '' };
  const { t } = createTranslator(languageIn(args));
  return { code: exit.unreadable, message: `${t('cli.usage.brokenOutput', code ?? '')}\n` };
}
