import { child, children, elementsIn } from '../xml';
import type { OfdPackage, OfdPart } from './package';
import { boxOf, type Box } from './values';

/** A document of an OFD file; there may be several. */
export interface OfdDocument {
  readonly part: OfdPart;
  /** Where pages without a box of their own are. */
  readonly box: Box;
  /** The parts of its pages, in their order, as the document names them. */
  readonly pages: readonly string[];
  readonly templates: ReadonlyMap<string, OfdTemplate>;
  /** Groups of objects that pages draw by their numbers. */
  readonly units: ReadonlyMap<string, Element>;
}

/** What several pages have in common: a form's lines, running heads. */
export interface OfdTemplate {
  readonly location: string;
  /** `Background` or `Foreground`; a page may say another. */
  readonly order: string | null;
}

/** Of A4, in millimetres. */
const usual: Box = { left: 0, top: 0, width: 210, height: 297 };

/** What a file holds. */
export interface OfdDocuments {
  readonly documents: readonly OfdDocument[];
  /** How many documents cannot be read, only in part, or only in an older version. */
  readonly broken: number;
}

/** The documents of a file, each in its current version. */
export function documentsIn(files: OfdPackage): OfdDocuments {
  const entry = files.entry();
  const documents: OfdDocument[] = [];
  let broken = entry.isBroken ? 1 : 0;
  for (const body of children(entry.root, 'DocBody')) {
    const version = currentOf(body);
    const current = version ? versionAt(files, version, entry.path) : null;
    const part = current ?? files.readNamed(child(body, 'DocRoot'), entry.path);
    if (part) documents.push(documentOf(files, part));
    if (!part || part.isBroken || (version && !current)) broken++;
  }
  return { documents, broken };
}

/** The version that is marked as current (GB/T 33190—2016, 19), if there are versions. */
function currentOf(body: Element): Element | undefined {
  return children(child(body, 'Versions'), 'Version').find(
    (version) => version.getAttribute('Current') === 'true',
  );
}

function versionAt(files: OfdPackage, version: Element, from: string): OfdPart | null {
  const part = files.read(version.getAttribute('BaseLoc') ?? '', from);
  return part && files.readNamed(child(part.root, 'DocRoot'), part.path);
}

function documentOf(files: OfdPackage, part: OfdPart): OfdDocument {
  const common = child(part.root, 'CommonData');
  return {
    part,
    box: boxOf(child(child(common, 'PageArea'), 'PhysicalBox')?.textContent) ?? usual,
    pages: children(child(part.root, 'Pages'), 'Page').map((page) => page.getAttribute('BaseLoc') ?? ''),
    templates: new Map(
      children(common, 'TemplatePage').map((template) => [
        template.getAttribute('ID') ?? '',
        { location: template.getAttribute('BaseLoc') ?? '', order: template.getAttribute('ZOrder') },
      ]),
    ),
    units: new Map(
      elementsIn(common)
        .filter(({ localName }) => localName === 'PublicRes' || localName === 'DocumentRes')
        .flatMap((resources) => unitsIn(files.readNamed(resources, part.path))),
    ),
  };
}

/** The groups of objects among resources, by their numbers. */
export function unitsIn(resources: OfdPart | null): (readonly [string, Element])[] {
  const units = child(resources?.root ?? null, 'CompositeGraphicUnits');
  return elementsIn(units).map((unit) => [unit.getAttribute('ID') ?? '', unit]);
}
