import * as vscode from 'vscode';
import type { MessageId } from '../../../l10n/translator';
import type { Services } from '../../commands/services';
import { movedPlace, type Move } from '../../documents/movedUri';
import { nameOf } from './documentSubject';
import { versionOf } from './git';
import type { ComparedText, Memento } from './memento';
import { ReportSubject, type Named, type ReportedDocument } from './subject';

/** The earlier text and the later one. */
export type Sides = readonly [before: Named, after: Named];

/** Two texts as they were when they were compared; under the names they have by now. */
export class ComparisonSubject extends ReportSubject {
  override readonly kind = 'comparison';
  /** Trust that comes later changes nothing of what was read. */
  private readonly wasRestricted = !vscode.workspace.isTrusted;

  constructor(
    private readonly services: Services,
    private sides: Sides,
    read: readonly ReportedDocument[],
  ) {
    super();
    for (const document of read) this.documents.set(document.result.path, document);
    this.listeners.push(vscode.workspace.onDidRenameFiles(({ files }) => this.move(files)));
  }

  get key(): string {
    return `compare ${this.sides.map(({ uri }) => uri.toString()).join(' ')}`;
  }

  get title(): string {
    const [before, after] = this.sides;
    return this.services.words.t('client.compare.title', before.path, after.path);
  }

  override get isRestricted(): boolean {
    return this.wasRestricted;
  }

  get memento(): Memento {
    const [before, after] = this.sides;
    return { about: 'comparison', before: comparedOf(before), after: comparedOf(after) };
  }

  private move(files: readonly Move[]): void {
    const [before, after] = this.sides;
    const [old, now] = [movedPlace(before.uri, files), movedPlace(after.uri, files)];
    if (old === before.uri && now === after.uri) return;
    this.sides = pair(this.services, old, now);
    this.rename(this.sides);
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

function comparedOf({ uri, path }: Named): ComparedText {
  return { uri: uri.toString(), path };
}
