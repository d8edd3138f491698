import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { EvaluateOptions } from './commands/evaluate';
import type { ExplainOptions } from './commands/explain';
import type { CommentOptions } from './commands/comment';
import type { ConvertOptions } from './commands/convertFiles';
import { severities } from '../core/rules/model';
import { createTranslator, type Translator } from '../l10n/translator';
import { comparisonFormats, exportFormats, outputFormats } from './formats';
import { exit, UsageError, type CliIo } from './io';
import { examplesIn, helpIn, unsaid } from './help';
import { languageIn } from './language';
import type { CommonOptions } from './options';
import { printableLines } from './output/columns';
import { usageMessage } from './usageErrors';
import { tool } from './version';

const defaultFormat = 'text';

/** Runs the command line; never throws, never ends the process. */
export async function run(args: readonly string[], outside: CliIo): Promise<number> {
  const io: CliIo = { ...outside, error: (text) => outside.error(harmless(text)) };
  const translator = createTranslator(languageIn(args));
  let code: number = exit.ok;
  const program = createProgram(io, translator, (value) => {
    code = value;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.ok;
      const [first, second] = program.args;
      // The library shows all commands where it is asked for help of help, but takes it for a mistake.
      if (error.code === 'commander.help' && first === 'help' && second === 'help') return exit.ok;
      if (error.code === 'commander.help' && first === 'help' && second !== undefined)
        io.error(`${translator.t('cli.usage.unknownCommand', second)}\n`);
      // Help for want of a command has been written already.
      const names = program.commands.map((command) => command.name());
      const called = args.find((each) => names.includes(each));
      if (error.code !== 'commander.help') io.error(usageMessage(error, translator, called));
      return exit.unreadable;
    }
    if (error instanceof UsageError) io.error(`${error.message}\n`);
    else io.error(`${translator.t('cli.internalError', tool.version)}\n${String((error as Error).stack)}\n`);
    return exit.unreadable;
  }
}

/** Names of files and words of texts do not steer the terminal; progress, the one line without an end, does. */
function harmless(notice: string): string {
  const [redraw = ''] = notice.includes('\n') ? [] : (/^\r(?:\p{Cc}\[K)?/u.exec(notice) ?? []);
  return redraw + printableLines(notice.slice(redraw.length));
}

function createProgram(io: CliIo, translator: Translator, done: (code: number) => void): Command {
  const { t } = translator;
  const program = new Command(tool.name)
    .description(t('cli.description'))
    .addOption(languageOption(translator))
    .version(tool.version, '-V, --version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand('help [command]', t('cli.command.help'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.write(text),
      writeErr: (text) => io.error(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .configureHelp(helpIn(translator, io.columns))
    .addHelpText('after', `\n${examplesIn(translator, io.columns)}`);

  // A variable that a script forgot to set; an empty path would mean this very folder.
  program.hook('preAction', (_, command) => {
    if ([...command.args, ...Object.values<unknown>(command.opts()).flat()].includes(''))
      throw new UsageError(t('cli.usage.empty'));
    // As `-` among the files is standard input.
    if (command.getOptionValue('output') === '-') command.setOptionValue('output', undefined);
  });
  const parts: ProgramParts = {
    io,
    translator,
    done,
    command: (name, summary) =>
      program
        .command(name)
        .description(summary)
        .helpOption('-h, --help', t('cli.option.help'))
        .addOption(languageOption(translator)),
  };
  // In the order of help.
  for (const add of [
    addAnalyses,
    addEvaluate,
    addTaxonomy,
    addExplain,
    addCompare,
    addImport,
    addWord,
    addComment,
    addLsp,
  ])
    add(parts);
  return program;
}

/** What adds a command to the program. */
interface ProgramParts {
  readonly io: CliIo;
  readonly translator: Translator;
  /** Takes the exit code. */
  done(code: number): void;
  /** A new command with what all have. */
  command(name: string, summary: string): Command;
}

function addAnalyses({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  for (const name of ['annotate', 'coverage', 'export'] as const)
    addAnalysisOptions(
      command(name, t(`cli.command.${name}`)).argument('[files...]', t('cli.argument.files')),
      translator,
      name === 'export',
    ).action(async (files: string[], options: CommonOptions) => {
      const { analysisCommand } = await import('./commands/analysisCommand');
      done(await analysisCommand(name, files, options, io, translator));
    });
}

function addEvaluate({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  addTaxonomyOption(command('evaluate', t('cli.command.evaluate')), translator)
    .requiredOption('--gold <folder>', t('cli.option.gold'))
    .option('--prepare', t('cli.option.prepare'))
    .option('--json', t('cli.option.json'))
    .option('--errors <number>', t('cli.option.errors'), wholeNumber(0, 100_000, t('cli.usage.errors')), 10)
    .action(async (options: EvaluateOptions) => {
      if (options.prepare) {
        const { prepareGold } = await import('./commands/prepareGold');
        done(await prepareGold(options.gold, io, t));
        return;
      }
      const { evaluateCommand } = await import('./commands/evaluate');
      done(await evaluateCommand(options, io, translator));
    });
}

function addTaxonomy({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  command('taxonomy', t('cli.command.taxonomy'))
    .argument('<file>', t('cli.argument.taxonomy'))
    .action(async (file: string) => {
      const { taxonomyCommand } = await import('./commands/taxonomy');
      done(await taxonomyCommand(file, io, translator));
    });
}

function addExplain({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  const explanation = command('explain', t('cli.command.explain')).argument('<file>', t('cli.argument.file'));
  addStdinFormat(addTaxonomyOption(explanation, translator), translator)
    .requiredOption('--at <line[:column]>', t('cli.option.at'))
    .option('--category <code>', t('cli.option.category'))
    .option('--json', t('cli.option.json'))
    .action(async (file: string, options: ExplainOptions) => {
      const { explainCommand } = await import('./commands/explain');
      done(await explainCommand(file, options, io, translator));
    });
}

function addCompare({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  const comparison = command('compare', t('cli.command.compare'))
    .argument('<before>', t('cli.argument.before'))
    .argument('[after]', t('cli.argument.after'));
  addStdinFormat(addTaxonomyOption(comparison, translator), translator)
    .option('--against <revision>', t('cli.option.against'))
    .option(
      '-f, --format <format>',
      t('cli.option.format', comparisonFormats.join(t('cli.list'))),
      defaultFormat,
    )
    .option('-o, --output <file>', t('cli.option.output'))
    .action(
      async (before: string, after: string | undefined, options: CommonOptions & { against?: string }) => {
        const { compareCommand } = await import('./commands/compare');
        const { against } = options;
        // One of both: the other text, or the revision.
        if ((after === undefined) === (against === undefined))
          throw new UsageError(t('cli.usage.compareWith'));
        const compared = after === undefined ? { file: before, against: against ?? '' } : { before, after };
        const full = { ...options, rule: [], include: [], exclude: [], concordance: [], jobs: 1 };
        done(await compareCommand(compared, full, io, translator));
      },
    );
}

function addImport({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  command('import', t('cli.command.import'))
    .argument('<files...>', t('cli.argument.imports'))
    .option('-o, --output <path>', t('cli.option.output'))
    .option('--force', t('cli.option.force'))
    .action(async (files: string[], options: ConvertOptions) => {
      const { importCommand } = await import('./commands/import');
      done(await importCommand(files, options, io, translator));
    });
}

function addWord({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  command('word', t('cli.command.word'))
    .argument('<files...>', t('cli.argument.words'))
    .requiredOption('-o, --output <path>', t('cli.option.target'))
    .option('--force', t('cli.option.force'))
    .action(async (files: string[], options: ConvertOptions) => {
      const { wordCommand } = await import('./commands/word');
      done(await wordCommand(files, options, io, translator));
    });
}

function addComment({ io, translator, done, command }: ProgramParts): void {
  const { t } = translator;
  addAnalysisChoices(
    command('comment', t('cli.command.comment')).argument('<files...>', t('cli.argument.comments')),
    translator,
  )
    .requiredOption('-o, --output <path>', t('cli.option.target'))
    .option('--tags', t('cli.option.tags'))
    .option('--force', t('cli.option.force'))
    .action(async (files: string[], options: CommentOptions) => {
      const { commentCommand } = await import('./commands/comment');
      done(await commentCommand(files, options, io, translator));
    });
}

function addLsp({ translator: { t }, command }: ProgramParts): void {
  command('lsp', t('cli.command.lsp'))
    .option('--stdio', t('cli.option.stdio'))
    .action(async () => {
      const { lsp } = await import('./commands/lsp');
      await lsp();
    });
}

/** Stands before or after the command. */
function languageOption({ t }: Translator): Option {
  return new Option('--lang <language>', t('cli.option.lang')).choices(['zh-CN', 'en']).default('zh-CN');
}

const list = (value: string, previous: readonly string[]): string[] => [...previous, value];

function wholeNumber(least: number, most: number, otherwise: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(otherwise);
    return number;
  };
}

function addTaxonomyOption(command: Command, { t }: Translator): Command {
  return command.option('--taxonomy <file>', t('cli.option.taxonomy'));
}

/** What the findings of an analysis depend on beside the text. */
function addAnalysisChoices(command: Command, translator: Translator): Command {
  const { t } = translator;
  return addTaxonomyOption(command, translator).option(
    '--rule <id=severity>',
    t('cli.option.rule'),
    list,
    [],
  );
}

/** `export` refuses the default, which tells what there is. */
function formatOption(isExport: boolean, t: Translator['t']): Option {
  const flags = '-f, --format <format>';
  return isExport
    ? new Option(flags, t('cli.option.exportFormat', exportFormats.join(t('cli.list')))).default(
        defaultFormat,
        unsaid,
      )
    : new Option(flags, t('cli.option.format', outputFormats.join(t('cli.list')))).default(defaultFormat);
}

function addStdinFormat(command: Command, { t }: Translator): Command {
  return command.addOption(
    new Option('--stdin-format <format>', t('cli.option.stdinFormat'))
      .choices(['plain', 'markdown'])
      .default('plain'),
  );
}

/** @param isExport Whether the user must say a format. */
function addAnalysisOptions(command: Command, translator: Translator, isExport: boolean): Command {
  const { t } = translator;
  const analysis = addAnalysisChoices(command, translator)
    .addOption(formatOption(isExport, t))
    .option('-o, --output <file>', t('cli.option.output'))
    .addOption(new Option('--fail-on <severity>', t('cli.option.failOn')).choices(severities))
    .option('--baseline <file>', t('cli.option.baseline'))
    .option('--changed-since <revision>', t('cli.option.changedSince'))
    .option('--include <pattern>', t('cli.option.include'), list, [])
    .option('--exclude <pattern>', t('cli.option.exclude'), list, [])
    .option('--metadata <file>', t('cli.option.metadata'))
    .option('--concordance <word>', t('cli.option.concordance'), list, [])
    .option('-j, --jobs <number>', t('cli.option.jobs'), wholeNumber(1, 256, t('cli.usage.jobs')))
    .option('--stdin-ndjson', t('cli.option.stdinNdjson'));
  return addStdinFormat(analysis, translator);
}
