import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createTranslator, type Language, type Translator } from '../l10n/translator';
import { exit, UsageError, type CliIo } from './io';
import { severities, type CommonOptions } from './options';
import { tool } from './version';

/** Runs the command line; never throws, never ends the process. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const translator = createTranslator(languageIn(args));
  let code: number = exit.ok;
  const program = createProgram(io, translator, (value) => {
    code = value;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.unreadable;
    if (error instanceof UsageError) io.error(`${error.message}\n`);
    else io.error(`${translator.t('cli.internalError', tool.version)}\n${String((error as Error).stack)}\n`);
    return exit.unreadable;
  }
}

/** Needed before the arguments are parsed, because help and errors are in it. */
function languageIn(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at].split('=')[1] : args[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh-CN';
}

function createProgram(io: CliIo, translator: Translator, done: (code: number) => void): Command {
  const { t } = translator;
  const program = new Command(tool.name)
    .description(t('cli.description'))
    .version(tool.version, '-V, --version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand('help [command]', t('cli.command.help'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.write(text),
      writeErr: (text) => io.error(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .configureHelp({ styleTitle: (title) => t(`cli.help.${title.replace(':', '') as 'Usage'}`) });

  const command = (name: string, summary: string): Command =>
    program
      .command(name)
      .description(summary)
      .helpOption('-h, --help', t('cli.option.help'))
      .addOption(
        new Option('--lang <language>', t('cli.option.lang')).choices(['zh-CN', 'en']).default('zh-CN'),
      );

  for (const name of ['annotate', 'coverage'] as const)
    addAnalysisOptions(
      command(name, t(`cli.command.${name}`)).argument('[files...]', t('cli.argument.files')),
      translator,
    ).action(async (files: string[], options: CommonOptions) => {
      const { analysisCommand } = await import('./commands/analysisCommand');
      done(await analysisCommand(name, files, options, io, translator));
    });
  return program;
}

function addAnalysisOptions(command: Command, { t }: Translator): Command {
  const list = (value: string, previous: readonly string[]): string[] => [...previous, value];
  return command
    .option('-f, --format <format>', t('cli.option.format'), 'text')
    .option('-o, --output <file>', t('cli.option.output'))
    .option('--taxonomy <file>', t('cli.option.taxonomy'))
    .option('--rule <id=severity>', t('cli.option.rule'), list, [])
    .addOption(new Option('--fail-on <severity>', t('cli.option.failOn')).choices(severities))
    .option('--baseline <file>', t('cli.option.baseline'))
    .option('--changed-since <revision>', t('cli.option.changedSince'))
    .option('--include <pattern>', t('cli.option.include'), list, [])
    .option('--exclude <pattern>', t('cli.option.exclude'), list, [])
    .option('--metadata <file>', t('cli.option.metadata'))
    .option('-j, --jobs <number>', t('cli.option.jobs'), (value) => {
      const jobs = Number(value);
      if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
        throw new InvalidArgumentError(t('cli.usage.jobs'));
      return jobs;
    })
    .option('--stdin-ndjson', t('cli.option.stdinNdjson'))
    .addOption(
      new Option('--stdin-format <format>', t('cli.option.stdinFormat'))
        .choices(['plain', 'markdown'])
        .default('plain'),
    );
}
