import type { Translator } from '../../l10n/translator';

/** Why the file system gives no file. */
export type Unreadable = 'missing' | 'directory' | 'noAccess' | 'unreadable' | 'tooLarge';

const reasons: Readonly<Record<string, Unreadable>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'directory',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
};

/** Of an error of the file system; words under `cli.reason.<reason>`. */
export function reasonOf(error: unknown): Unreadable {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable';
}

/** The message where a file, or a folder, that was named by itself cannot be read. */
export function cannotRead(
  name: string,
  error: unknown,
  t: Translator['t'],
  kind: 'file' | 'folder' = 'file',
): string {
  const reason = kind === 'file' ? reasonOf(error) : reasonOfFolder(error);
  return `${name}: ${t(`cli.reason.${reason}`)}`;
}

/** What is there and no folder is not told as missing. */
function reasonOfFolder(error: unknown): Exclude<Unreadable, 'missing'> | 'missingFolder' | 'notFolder' {
  if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'notFolder';
  const reason = reasonOf(error);
  return reason === 'missing' ? 'missingFolder' : reason;
}
