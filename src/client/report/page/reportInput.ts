import type { ReportTaxonomy } from '../../../core/coverage/corpus';
import type { PageOptions, ReportInput } from '../../../core/report';
import { schemaVersion, type Output } from '../../../core/report/contract';
import { isoDay } from '../../../files/isoDay';
import { ReportTaxonomyRequest, type ReportTaxonomyResult } from '../../../protocol';
import { name, version } from '../../../../package.json';
import type { Services } from '../../commands/services';
import type { ReportSubject } from '../subjects/subject';

/** What the server says of the taxonomy, asked for at every report: it may have changed. */
export async function askTaxonomy(services: Services): Promise<ReportTaxonomyResult | undefined> {
  return services.server.request0(ReportTaxonomyRequest);
}

/** All that a report or an export of a subject is made of, as of now. */
export function reportInput(
  subject: ReportSubject,
  taxonomy: ReportTaxonomyResult,
  { words }: Services,
  page: PageOptions,
): ReportInput {
  return {
    output: outputOf(subject, taxonomy, words),
    taxonomy: withCodes(taxonomy),
    words: words.current,
    texts: new Map([...subject.documents].map(([path, { text }]) => [path, text])),
    metadataCsv: subject.metadataCsv,
    date: isoDay(new Date()),
    page,
  };
}

function outputOf(
  subject: ReportSubject,
  { id, version: taxonomyVersion, fingerprint }: ReportTaxonomyResult,
  { t }: Services['words'],
): Output {
  return {
    schemaVersion,
    tool: { name, version },
    taxonomy: { id, version: taxonomyVersion, fingerprint },
    offsetUnit: 'utf-16',
    documents: subject.ordered.map(({ result }) => result),
    skipped: subject.skippedInOrder.map(([path, reason]) => ({
      path,
      reason: t(`client.report.reason.${reason}`),
    })),
  };
}

function withCodes(taxonomy: ReportTaxonomyResult): ReportTaxonomy {
  return { ...taxonomy, byCode: new Map(taxonomy.categories.map((category) => [category.code, category])) };
}
