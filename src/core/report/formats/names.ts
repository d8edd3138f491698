import { fingerprintOf } from '../../fingerprint';
import { allowedPart, mostCharacters } from '../../text/fileName';

/**
 * A path that is safe inside an archive or folder: relative, without `..`, drive letters, control characters or
 * names Windows refuses; long parts are cut. Different documents get different names, also where letter case
 * does not count.
 */
export function archiveNames(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const name = safe(path);
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number++)
      candidate = `${name}~${String(number)}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** `\` parts folders in Windows’ own paths only; elsewhere a name may hold it. */
function forwardOf(path: string): string {
  return /^(?:[a-z]:\\|\\\\)/i.test(path) ? path.replaceAll('\\', '/') : path;
}

function safe(path: string): string {
  const parts = forwardOf(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map(allowedPart)
    .map((part) => {
      const letters = [...part];
      return letters.length <= mostCharacters
        ? part
        : `${letters.slice(0, 48).join('')}~${fingerprintOf([part]).slice(0, 8)}`;
    });
  return parts.join('/') || '_';
}

/** A relative URI reference for a path, each part percent-encoded; a Windows drive becomes a `file:` URI. */
export function uriOf(path: string): string {
  const forward = forwardOf(path).toWellFormed();
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(forward)) return encodeURI(forward).replaceAll('%25', '%');
  const encoded = forward.split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]:\//i.test(forward)) return `file:///${encoded.replace(/^([a-z])%3A/i, '$1:')}`;
  return forward.startsWith('/') ? `file://${encoded}` : encoded;
}

/**
 * A link to a document from a page that is saved elsewhere.
 *
 * @param base The way from there to where paths begin, as a URI reference; a document with an absolute path has its own.
 */
export function linkTo(base: string, path: string): string {
  const uri = uriOf(path);
  // What looks like any other address is a strange name: a report sends its readers nowhere else.
  return uri.startsWith('file://')
    ? uri
    : base + path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** A stable identifier in the form of a version 8 UUID (RFC 9562), made from what it names. */
export function guidOf(...parts: readonly string[]): string {
  const hex = fingerprintOf(['a', ...parts]) + fingerprintOf(['b', ...parts]);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
