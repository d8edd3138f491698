import type { Translator } from '../../l10n/translator';

/** Why the file system gives no file. */
export type Unreadable = 'missing' | 'nameNotUtf8' | 'directory' | 'noAccess' | 'unreadable' | 'tooLarge';

const reasons: Readonly<Record<string, Unreadable>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'directory',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
};

/**
 * Of an error of the file system; words under `cli.reason.<reason>`.
 *
 * @param path Of what cannot be read. Names in other encodings, as archives from Windows have them, come as U+FFFD and
 *   lead nowhere: the file is there.
 */
export function reasonOf(error: unknown, path: string): Unreadable {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unreadable';
  return reason === 'missing' && path.includes('\ufffd') ? 'nameNotUtf8' : reason;
}

/** The message where a file, or a folder, that was named by itself cannot be read. */
export function cannotRead(
  name: string,
  error: unknown,
  t: Translator['t'],
  kind: 'file' | 'folder' = 'file',
): string {
  const reason = kind === 'file' ? reasonOf(error, name) : reasonOfFolder(error, name);
  return `${name}: ${t(`cli.reason.${reason}`)}`;
}

/** What is there and no folder is not told as missing. */
function reasonOfFolder(
  error: unknown,
  name: string,
): Exclude<Unreadable, 'missing'> | 'missingFolder' | 'notFolder' {
  if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'notFolder';
  const reason = reasonOf(error, name);
  return reason === 'missing' ? 'missingFolder' : reason;
}
