import { quotesOf, type Corpus, type CorpusDocument } from './corpus';
import { countGroups, type Figure } from './figure';
import type { ClosureStatus } from './model';

/** One kind of problem over several documents: how many state it, and how far it is answered there. */
export interface CorpusClosure {
  readonly problem: string;
  readonly stated: Figure;
  readonly closed: Figure;
  readonly weak: Figure;
  readonly open: Figure;
}

/** Problem → remedy closure over documents, one row a linked problem that is stated somewhere. */
export function corpusClosure(
  corpus: Corpus,
  documents: readonly CorpusDocument[],
): readonly CorpusClosure[] {
  const rows = corpus.taxonomy.links.map(({ problem }): CorpusClosure => {
    const evidence = (status: ClosureStatus | null): number[][] =>
      documents.map((document) => {
        const found = document.result.coverage.problems.find(({ category }) => category === problem);
        if (!found || (status !== null && found.status !== status)) return [];
        return quotesOf(document, status === null ? [problem] : [problem, ...found.remedies]);
      });
    const id = (name: string): string => `all/closure/${problem}/${name}`;
    return {
      problem,
      stated: countGroups(id('stated'), evidence(null)),
      closed: countGroups(id('closed'), evidence('closed')),
      weak: countGroups(id('weak'), evidence('weak')),
      open: countGroups(id('open'), evidence('open')),
    };
  });
  return rows.filter(({ stated }) => stated.value !== 0);
}
