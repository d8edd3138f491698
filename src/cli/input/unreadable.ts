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
