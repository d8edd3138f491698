import { metadataFor, readMetadataCsv, type DocumentsMetadata } from '../coverage/metadata';
import type { ReportInput } from './input';

const known = new WeakMap<ReportInput, DocumentsMetadata>();

/** The metadata of a report's documents, and what is wrong with the table of it; worked out once. */
export function metadataOf(input: ReportInput): DocumentsMetadata {
  let metadata = known.get(input);
  if (!metadata) {
    const { output, texts, metadataCsv, metadataName } = input;
    const table = metadataCsv === undefined ? undefined : readMetadataCsv(metadataCsv, metadataName);
    const paths = output.documents.map(({ path }) => path);
    metadata = metadataFor(paths, texts ?? new Map(), table);
    known.set(input, metadata);
  }
  return metadata;
}
