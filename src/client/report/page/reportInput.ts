import * as vscode from 'vscode';
import type { ReportTaxonomy } from '../../../core/coverage/corpus';
import type { PageOptions, ReportInput } from '../../../core/report';
import { schemaVersion, type DocumentResult, type Output } from '../../../core/report/contract';
import type { ReportWords } from '../../../core/report/words';
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
  const skipped = subject.skippedInOrder.map(([path, reason]) => ({
    path,
    reason: words.t(`client.report.reason.${reason}`),
  }));
  const results = subject.ordered.map(({ result }) => result);
  return {
    ...inputOf(results, taxonomy, words.current, skipped),
    texts: new Map([...subject.documents].map(([path, { text }]) => [path, text])),
    metadataCsv: subject.metadataCsv,
    isRestricted: subject.isRestricted,
    date: isoDay(new Date()),
    page,
  };
}

/** What a report says of results, by themselves. */
export function inputOf(
  documents: readonly DocumentResult[],
  taxonomy: ReportTaxonomyResult,
  words: ReportWords,
  skipped: Output['skipped'] = [],
): Pick<ReportInput, 'output' | 'taxonomy' | 'words' | 'isRestricted'> {
  const { id, version: taxonomyVersion, fingerprint } = taxonomy;
  return {
    output: {
      schemaVersion,
      tool: { name, version },
      taxonomy: { id, version: taxonomyVersion, fingerprint },
      offsetUnit: 'utf-16',
      documents,
      skipped,
    },
    taxonomy: withCodes(taxonomy),
    words,
    isRestricted: !vscode.workspace.isTrusted,
  };
}

function withCodes(taxonomy: ReportTaxonomyResult): ReportTaxonomy {
  return { ...taxonomy, byCode: new Map(taxonomy.categories.map((category) => [category.code, category])) };
}
