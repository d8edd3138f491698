import { sidecarFolder } from '../../files/sidecarFolder';

/**
 * Path segments of a document's sidecar inside its workspace folder: the document's own path with `.json` behind it.
 *
 * @param folderPath Path of the workspace folder's URI.
 * @param documentPath Path of the document's URI; decoded, with `/`.
 * @returns null where the document does not stand below the folder, or is a sidecar itself.
 */
export function sidecarSegments(folderPath: string, documentPath: string): string[] | null {
  const relative = segmentsBelow(folderPath, documentPath);
  if (!relative || relative[0] === sidecarFolder[0]) return null;
  const name = relative.pop() as string;
  return [...sidecarFolder, ...relative, `${name}.json`];
}

/** The document's path segments for a sidecar's path; null for any other file. */
export function documentSegments(folderPath: string, sidecarPath: string): string[] | null {
  const segments = segmentsBelow(folderPath, sidecarPath);
  if (!segments || segments[0] !== sidecarFolder[0] || segments[1] !== sidecarFolder[1]) return null;
  const name = segments.at(-1) ?? '';
  if (segments.length < 3 || !name.endsWith('.json')) return null;
  return [...segments.slice(2, -1), name.slice(0, -'.json'.length)];
}

function segmentsBelow(folderPath: string, path: string): string[] | null {
  const base = folderPath.endsWith('/') ? folderPath : `${folderPath}/`;
  if (!path.startsWith(base) || path.length === base.length) return null;
  const segments = path.slice(base.length).split('/');
  return segments.some((segment) => segment === '' || segment === '.' || segment === '..') ? null : segments;
}
