import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { gitignoreFilter as filterBy } from '../../files/gitignore';
import { repositoryOf } from './git';

/**
 * Whether a file is left out by the `.gitignore` files above it, up to the root of its repository (or, outside of
 * one, up to the folder that is searched).
 *
 * @param top Absolute path of the folder that is searched.
 * @returns Takes an absolute path; what is not below the root is never left out.
 */
export function gitignoreFilter(top: string): (file: string) => boolean {
  const root = repositoryOf(top) ?? top;
  const isIgnored = filterBy((folder) => {
    const file = join(root, folder, '.gitignore');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  });
  return (file) => {
    const path = relative(root, file).split(sep).join('/');
    // Patterns such as `../**` lead out of the folder; nothing said in it holds there.
    return !path.startsWith('../') && !isAbsolute(path) && isIgnored(path);
  };
}
