import * as vscode from 'vscode';
import type { MessageId } from '../../../l10n/translator';
import type { Services } from '../../commands/services';
import { movedPlace, type Move } from '../../documents/movedUri';
import { nameOf } from './documentSubject';
import { versionOf } from './git';
import type { ComparedText } from './memento';
import { ReportSubject, type ReportedDocument } from './subject';

/** A text to compare, under the name it is shown by. */
export interface Side {
  readonly uri: vscode.Uri;
  readonly path: string;
}

/** The earlier text and the later one. */
export type Sides = readonly [before: Side, after: Side];

/** Two texts as they were when they were compared; under the names they have by now. */
export class ComparisonSubject extends ReportSubject {
  constructor(
    private readonly services: Services,
    private sides: Sides,
    read: readonly ReportedDocument[],
  ) {
    const { key, title, memento } = namesOf(services, sides);
    super(key, 'comparison', title, memento);
    for (const document of read) this.documents.set(document.result.path, document);
    this.listeners.push(vscode.workspace.onDidRenameFiles(({ files }) => this.move(files)));
  }

  override retitle(): void {
    this.title = namesOf(this.services, this.sides).title;
  }

  private move(files: readonly Move[]): void {
    const [before, after] = this.sides;
    const [old, now] = [movedPlace(before.uri, files), movedPlace(after.uri, files)];
    if (old === before.uri && now === after.uri) return;
    this.sides = pair(this.services, old, now);
    Object.assign(this, namesOf(this.services, this.sides));
    const known = [...this.documents.values()];
    this.documents.clear();
    this.sides.forEach(({ uri, path }, at) => {
      const document = known[at];
      if (document) this.documents.set(path, { ...document, uri, result: { ...document.result, path } });
    });
    this.notify();
  }
}

/** Two texts under names that tell them apart. */
export function pair(services: Services, before: vscode.Uri, after: vscode.Uri): Sides {
  const [a, b] = [versionName(services, before), versionName(services, after)];
  return [
    { uri: before, path: a },
    { uri: after, path: a === b ? `${b} (2)` : b },
  ];
}

/** Versions that the editor itself keeps of a text, by the scheme of their addresses. */
const keptVersions = new Map<string, MessageId>([
  ['showModifications', 'client.compare.saved'],
  ['conflictResolution', 'client.compare.saved'],
  ['vscode-local-history', 'client.compare.history'],
  ['clipboardCompare', 'client.compare.clipboard'],
]);

/** A version goes by what it is, one in Git by its reference: `意见.md (HEAD)`. */
export function versionName({ words }: Services, uri: vscode.Uri): string {
  const kept = keptVersions.get(uri.scheme);
  if (kept) return `${nameOf(uri)} (${words.t(kept)})`;
  const version = versionOf(uri);
  if (!version) return nameOf(uri);
  const { file, ref } = version;
  return `${nameOf(file)} (${ref === '' ? words.t('client.compare.index') : ref})`;
}

function namesOf(
  { words }: Services,
  [before, after]: Sides,
): Pick<ReportSubject, 'key' | 'title' | 'memento'> {
  return {
    key: `compare ${before.uri.toString()} ${after.uri.toString()}`,
    title: words.t('client.compare.title', before.path, after.path),
    memento: { about: 'comparison', before: comparedOf(before), after: comparedOf(after) },
  };
}

function comparedOf({ uri, path }: Side): ComparedText {
  return { uri: uri.toString(), path };
}
