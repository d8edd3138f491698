import { execFile } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';
import { formatByName } from '../../core/text/format';
import { largestFile, toSource, type SourceText } from './source';

/**
 * A file as it was at a revision, under the name `FILE (REVISION)`. Its sidecar is not read: it speaks of the file as
 * it is now.
 *
 * @param revision A commit, branch or tag.
 * @throws UsageError without git, outside of a repository, for a revision that does not exist or did not have the file.
 */
export async function atRevision(
  name: string,
  revision: string,
  cwd: string,
  t: Translator['t'],
): Promise<SourceText> {
  const file = resolve(cwd, name);
  const git = async (...args: string[]): Promise<Buffer> => {
    try {
      const { stdout } = await promisify(execFile)('git', args, {
        cwd: dirname(file),
        encoding: 'buffer',
        maxBuffer: largestFile + 1,
      });
      return stdout;
    } catch (error) {
      const { stderr, code } = error as { stderr?: Buffer; code?: string | number };
      const why = (stderr ?? Buffer.alloc(0)).toString('utf8').trim() || String(code);
      throw new UsageError(t('cli.usage.against', name, revision, why));
    }
  };
  // Verified first, so that a revision can never be taken for an option or a path.
  const verified = await git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  const commit = verified.toString('utf8').trim();
  const bytes = await git('cat-file', 'blob', `${commit}:./${basename(file)}`);
  const source = toSource({ path: `${name} (${revision})`, format: formatByName(file) }, bytes);
  if ('reason' in source)
    throw new UsageError(t('cli.usage.against', name, revision, t(`cli.reason.${source.reason}`)));
  return source;
}
