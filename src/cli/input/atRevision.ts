import { basename, dirname, resolve } from 'node:path';
import type { Translator } from '../../l10n/translator';
import { UsageError } from '../io';
import { formatByName } from '../../core/text/format';
import { commitOf, gitTelling } from './git';
import { toSource, type SourceText } from './source';

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
  const folder = dirname(file);
  const git = gitTelling((why) => t('cli.usage.against', name, revision, why));
  const commit = await commitOf(git, folder, revision);
  const bytes = await git(folder, 'cat-file', 'blob', `${commit}:./${basename(file)}`);
  const source = toSource({ path: `${name} (${revision})`, format: formatByName(file) }, bytes);
  if ('reason' in source)
    throw new UsageError(t('cli.usage.against', name, revision, t(`cli.reason.${source.reason}`)));
  return source;
}
