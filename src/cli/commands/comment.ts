import { resolve } from 'node:path';
import { message, type Message } from '../../core/message';
import { reviewComments } from '../../core/report/reviewComments';
import { formatByName } from '../../core/text/format';
import type { Translator } from '../../l10n/translator';
import { createAnalyst, taxonomyFor, type Analyst } from '../analyst';
import { toSource, withSidecar, type Skipped, type SourceText } from '../input/source';
import { UsageError, type CliIo } from '../io';
import { analystOptions, type CommonOptions } from '../options';
import { outputOf } from '../output/reportWriter';
import { convertFiles, type ConvertOptions, type FileConverter } from './convertFiles';

/** Options of `comment`. */
export interface CommentOptions extends ConvertOptions, Pick<CommonOptions, 'taxonomy' | 'rule'> {
  readonly tags?: boolean;
}

/** A Word file with the text that is reviewed. */
interface Reviewed {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  readonly notes: readonly Message[];
}

/** Why there is none. */
interface Refused {
  readonly notes: readonly Message[];
}

/** `comment FILES… -o OUT`: Word files with a reviewer's comments, from Word files or texts. Those are only read. */
export async function commentCommand(
  files: readonly string[],
  options: CommentOptions,
  io: CliIo,
  translator: Translator,
): Promise<number> {
  const { t, language } = translator;
  if (options.output === undefined && io.isTerminal)
    throw new UsageError(t('cli.usage.notForTerminal', 'docx'));
  const analysis = await analystOptions(options, language, io.cwd, t);
  const taxonomy = await taxonomyFor(analysis);
  const analyst = createAnalyst(analysis, taxonomy, await io.loadData());
  const { addComments } = await io.loadConverter();
  const convert: FileConverter['convert'] = async (file, bytes) => {
    const reviewed = await reviewedOf(file, bytes, io);
    if (!('source' in reviewed)) return { content: null, notes: reviewed.notes };
    const { source } = reviewed;
    if (source.hasBrokenSidecar) io.error(`${t('cli.brokenSidecar', file)}\n`);
    const commented = await addComments({
      bytes: reviewed.bytes,
      text: source.text,
      format: source.format,
      review: reviewComments(inputOf(analyst, source), options.tags),
      author: t('report.comment.author'),
    });
    return { content: commented.bytes, notes: [...reviewed.notes, ...commented.notes] };
  };
  return convertFiles(files, options, { extension: '.docx', convert }, io, translator);
}

function inputOf({ taxonomy, translator, result }: Analyst, source: SourceText) {
  const found = result({ ...source, isForced: true }, { evidence: false, findings: true });
  return { output: outputOf(taxonomy, [found], [], translator), taxonomy, words: translator };
}

/** A Word file as it is, with its text as Markdown; a text as it is, written as a Word file. */
async function reviewedOf(file: string, bytes: Buffer, io: CliIo): Promise<Reviewed | Refused> {
  const { convertDocument, exportWord } = await io.loadConverter();
  if (/\.docx$/i.test(file)) {
    const { markdown, notes } = await convertDocument(file, bytes);
    // What is left out of the text stays in the file.
    if (markdown === null) return { notes };
    const source = toSource({ path: file, format: 'markdown' }, Buffer.from(markdown));
    return 'reason' in source ? refused(source) : { bytes, source, notes: [] };
  }
  const read = toSource({ path: file, format: formatByName(file) }, bytes);
  const source = withSidecar(read, resolve(io.cwd, file));
  if ('reason' in source) return refused(source);
  const { bytes: written, notes } = await exportWord({ text: source.text, format: source.format });
  return written ? { bytes: written, source, notes } : { notes };
}

function refused({ reason }: Skipped): Refused {
  // Elsewhere such a file is imported; here it is the file that gets comments.
  return { notes: [message(reason === 'office' ? 'cli.comment.office' : `cli.reason.${reason}`)] };
}
