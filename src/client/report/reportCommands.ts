import { subjectOf } from '../commands/arguments';
import type { CommandTable, Services } from '../commands/services';
import { commentCommands } from './commentCommand';
import { compareCommands } from './compareCommand';
import { coverDocument, coverFolders, coverWorkspace } from './coverCommands';
import { exportCommands } from './exportCommand';
import { importCommands } from './importCommand';
import type { ReportPanels } from './page/panels';
import { reviewCommands } from './reviewCommand';
import { scopeOf } from './subjects/scope';
import type { ReportSummary } from './subjects/subject';
import { wordCommands } from './wordCommand';

/** Coverage reports, comparisons, exports and imports, Word files. */
export function reportCommands(services: Services, panels: ReportPanels): CommandTable {
  const ofDocument = async (uri?: unknown): Promise<ReportSummary | undefined> => {
    const found = await subjectOf(services, uri);
    return found && coverDocument(services, panels, found.document);
  };
  const ofWorkspace = (): Promise<ReportSummary | undefined> => coverFolders(services, panels);
  return {
    coverDocument: ofDocument,
    coverWorkspace: ofWorkspace,
    coverSelection: (clicked, selected) => {
      const scope = scopeOf(clicked, selected);
      return scope.length > 0 ? coverWorkspace(services, panels, scope) : undefined;
    },
    showReport: () => {
      const { latest } = panels;
      if (latest) return void latest.reveal();
      return services.current.document ? ofDocument() : ofWorkspace();
    },
    ...commentCommands(services),
    ...compareCommands(services, panels),
    ...exportCommands(services, panels),
    ...importCommands(services),
    ...reviewCommands(services),
    ...wordCommands(services),
  };
}
