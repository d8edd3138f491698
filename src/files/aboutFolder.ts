import { isTextFile } from '../core/text/format';

/**
 * Names by which projects call texts about a folder and its files (README, CHANGELOG, LICENSE, CONTRIBUTING,
 * CODE_OF_CONDUCT; GitHub recognises the same). They may speak of every category and are no policy text.
 */
const names = /^(?:readme|changelog|licen[cs]e|contributing|code_of_conduct)(?:[._-][\w-]+)*$/i;

/** Whether a path names a text about its folder rather than one of its documents. */
export function isAboutFolder(path: string): boolean {
  const [name = ''] = /[^/\\]*$/.exec(path) ?? [];
  return isTextFile(name) && names.test(name.replace(/\.[^.]*$/, ''));
}
