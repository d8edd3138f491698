import { LSPErrorCodes, type CancellationToken, type Connection } from 'vscode-languageserver';
import { compact, type CompactResult } from '../core/report/compact';
import { documentResult } from '../core/report/documentResult';
import * as protocol from '../protocol';
import type { ServiceContext } from '../service/context';
import { draft } from '../service/draft/draft';
import { explainSelection } from '../service/explainSelection';
import { highlights } from '../service/highlights';
import { overview } from '../service/overview';
import { renumber } from '../service/renumber';
import { reportTaxonomy } from '../service/reportTaxonomy';
import { suppress, unsuppress } from '../service/suppress';
import { taxonomyInfo } from '../service/taxonomyInfo';
import type { Session } from './session';

/** Answers what only our own client asks (src/protocol.ts). */
export function answerClient(connection: Connection, session: Session): void {
  const { workbench } = session;

  /** A request of our own client: null where the extension stays silent. */
  function own<P extends { uri: string }, R>(
    answer: (context: ServiceContext, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R | null> {
    return async (params, token) => {
      const context = await session.contextFor(params.uri, token, LSPErrorCodes.ServerCancelled);
      return context && answer(context, params);
    };
  }

  connection.onRequest(
    protocol.DocumentViewRequest,
    own((context) => ({ overview: overview(context), highlights: highlights(context) })),
  );
  connection.onRequest(
    protocol.ExplainRequest,
    own((context, { range, category }) => explainSelection(context, workbench.environment, range, category)),
  );
  connection.onRequest(
    protocol.DraftRequest,
    own((context, { category, form }) => draft(context, category, form ?? 0)),
  );
  connection.onRequest(
    protocol.RenumberRequest,
    own((context) => renumber(context)),
  );
  connection.onRequest(
    protocol.SuppressRequest,
    own((context, params) => suppress(context, params)),
  );
  connection.onRequest(
    protocol.UnsuppressRequest,
    own((context, { id }) => unsuppress(context, id)),
  );
  connection.onRequest(protocol.TaxonomyRequest, () =>
    taxonomyInfo(workbench.taxonomy, workbench.translator),
  );
  connection.onRequest(protocol.ReportTaxonomyRequest, () => reportTaxonomy(workbench.taxonomy));
  connection.onRequest(
    protocol.DocumentResultRequest,
    own(({ analysis, taxonomy, isForced, severity, translator }, { source }) =>
      documentResult(analysis, taxonomy, { ...source, isForced }, severity, translator.message, false),
    ),
  );
  connection.onRequest(protocol.AnalyzeTextsRequest, async ({ texts }, token) => {
    const results: CompactResult[] = [];
    const goOn = workbench.turns(token);
    for (const text of texts) results.push(compact(await workbench.analyzeText(text, goOn)));
    return { documents: results };
  });
}
