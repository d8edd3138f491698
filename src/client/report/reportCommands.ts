import { subjectOf } from '../commands/arguments';
import type { CommandTable, Services } from '../commands/services';
import { comparing } from './compareCommand';
import { coverDocument, coverFolders, coverWorkspace } from './coverCommands';
import { exporting } from './exportCommand';
import { importing } from './importCommand';
import type { ReportPanels } from './panels';
import { reviewing } from './reviewCommand';
import { scopeOf } from './scope';
import type { ReportSummary } from './subject';
import { writingWord } from './wordCommand';

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
      return services.current.current ? ofDocument() : ofWorkspace();
    },
    ...comparing(services, panels),
    ...exporting(services, panels),
    ...importing(services),
    ...reviewing(services),
    ...writingWord(services),
  };
}
