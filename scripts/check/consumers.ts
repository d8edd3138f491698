/**
 * Opens the exports in programs that are not ours: LibreOffice (CSV, XLSX, comments in Word files), a SARIF validator, brat's own reader,
 * xmllint (REFI-QDA), a browser (HTML). What is not installed is reported as skipped; everything else must pass.
 *
 *   POLICY_LENS_SARIF    path of Microsoft's `sarif` multitool (else the official schema is used)
 *   POLICY_LENS_BRAT     folder of a brat installation
 *   POLICY_LENS_QDA_XSD  the REFI-QDA project schema (else the part of it that we write, in this folder)
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { bytesOf, reportFormats, writeReport } from '../../src/core/report';
import { root } from '../paths.mjs';
import { checkPage } from './consumersPage';
import { commentsOf, writeCommented } from './consumersWord';
import { exportInput } from './exportInput';
import { differences, figuresOf, readCsv, readExport, recompute } from './recompute.mjs';

const folder = mkdtempSync(join(tmpdir(), 'policy-lens-exports-'));
const input = exportInput();
const quotes = input.output.documents.flatMap(({ annotations }) => annotations.map(({ quote }) => quote));

/** Thrown by a check whose program is not here. */
class Skipped extends Error {}

async function writeAll(): Promise<void> {
  for (const format of reportFormats)
    for (const file of (await writeReport(format, input)).files) {
      const { name } = file;
      const content = bytesOf(file);
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      if (!name.endsWith('.zip') && !name.endsWith('.qdpx')) continue;
      for (const [entry, bytes] of Object.entries(unzipSync(content))) {
        const target = join(folder, format, entry);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, bytes);
      }
    }
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  if (error) throw new Skipped(`${command} is not installed`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Comma, quotation mark, UTF-8, all from row 1: what LibreOffice's import window is set to by the byte order mark. */
const csvImport = ['--infilter=CSV:44,34,76,1'];

/** LibreOffice's conversion into a folder; a profile of its own lets it run beside an open window. */
function convert(file: string, to: string, target: string, options: readonly string[] = []): string {
  run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    ...options,
    '--convert-to',
    to,
    '--outdir',
    join(folder, target),
    file,
  ]);
  return join(folder, target, file.replace(/\.\w+$/, `.${to.split(':')[0] ?? ''}`));
}

/** What a spreadsheet keeps of a text: XML's line ends, no control characters. */
function kept(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (c) => ('\t\n'.includes(c) ? c : ''));
}

async function libreOfficeCsv(): Promise<string> {
  const sheet = (await readExcelFile(readFileSync(convert('tags.csv', 'xlsx', 'calc', csvImport))))[0];
  const [head, ...rows] = sheet?.data ?? [];
  const at = head?.indexOf('quote') ?? -1;
  const seen = rows.map((row) => String(row[at] ?? '').replace(/^'(?='*[=+\-@\t\r＝＋－＠])/u, ''));
  assert.deepEqual(
    seen.map((text) => kept(text).trim()),
    quotes.map((text) => kept(text).trim()),
  );
  return `${String(rows.length)} rows, each quote as written`;
}

function libreOfficeXlsx(): string {
  // Tokens: comma, quote, UTF-8, from row 1, all texts quoted, the fifth sheet (into a file with its name); see
  // LibreOffice's filter options for CSV.
  const tokens = '44,34,76,1,,0,false,true,false,false,false,5';
  const first = convert('policy-lens.xlsx', `csv:Text - txt - csv (StarCalc):${tokens}`, 'xlsx');
  const csv = readFileSync(first.replace(/\.csv$/, '-tags.csv'), 'utf8');
  const rows = readCsv(csv);
  assert.equal(rows.length, quotes.length);
  rows.forEach((row, index) => {
    const expected = kept(quotes[index] ?? '').trim();
    // `readCsv` takes our guard away, which the XLSX file does not have.
    assert.ok([expected, expected.replace(/^'/, '')].includes(kept(row['quote'] ?? '').trim()), expected);
  });
  return `${String(rows.length)} rows`;
}

async function libreOfficeComments(): Promise<string> {
  const count = await writeCommented(input, join(folder, 'review.docx'));
  const before = commentsOf(join(folder, 'review.docx'));
  assert.equal(before.length, count);
  assert.deepEqual(commentsOf(convert('review.docx', 'docx', 'word')), before);
  return `${String(count)} comments, each beside the same words`;
}

function sarif(): string {
  const schemaFile = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchema & {
    $schema?: string;
    id?: string;
  };
  // Ajv reads neither draft-04 names nor a pattern that is no expression in Unicode mode.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  const validate = ajv.compile(schema);
  assert.ok(
    validate(JSON.parse(readFileSync(join(folder, 'policy-lens.sarif'), 'utf8'))),
    JSON.stringify(validate.errors),
  );
  const tool = process.env['POLICY_LENS_SARIF'];
  if (!tool) return 'fits the official schema; the multitool is not here (POLICY_LENS_SARIF)';
  const env = { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const said = run(tool, ['validate', 'policy-lens.sarif', '--rule-kind', 'Sarif'], env);
  assert.doesNotMatch(said, /: error /);
  return `fits the official schema; ${tool} has no error`;
}

function brat(): string {
  const home = process.env['POLICY_LENS_BRAT'];
  if (!home) throw new Skipped('no brat (POLICY_LENS_BRAT)');
  const script = [
    'import sys, glob',
    'sys.path[:0] = [sys.argv[1] + "/server/src", sys.argv[1] + "/server/lib"]',
    'import types; config = types.ModuleType("config"); config.DATA_DIR = config.BASE_DIR = config.WORK_DIR = "/"; config.USER_PASSWORD = {}; config.DEBUG = False; sys.modules["config"] = config',
    'import annotation',
    // brat opens files in a mode that Python 3.11 took away; like it, nothing is made of line ends.
    'annotation.open_textfile = lambda name, mode="r": open(name, "r", encoding="utf8", newline="")',
    'count = 0',
    'for name in sorted(glob.glob(sys.argv[2] + "/**/*.ann", recursive=True)):',
    '    with annotation.TextAnnotations(name[:-4], read_only=True) as ann:',
    '        assert not ann.failed_lines, (name, ann.failed_lines)',
    '        text = ann.get_document_text()',
    '        for tag in ann.get_textbounds():',
    '            assert " ".join(text[a:b] for a, b in tag.spans) == tag.text, (name, tag.text)',
    '            count += 1',
    'print(count)',
  ].join('\n');
  const read = Number(run('python3', ['-c', script, home, join(folder, 'brat')]).trim());
  assert.equal(read, quotes.length);
  return `${String(read)} tags read by brat, each where its text says`;
}

function doccano(): string {
  const home = process.env['POLICY_LENS_DOCCANO'];
  if (!home) throw new Skipped('no doccano (POLICY_LENS_DOCCANO)');
  const script = [
    'import sys, importlib.util',
    'from unittest.mock import MagicMock',
    'try: import pydantic.v1; sys.modules["pydantic"] = sys.modules["pydantic.v1"]',
    'except ImportError: import pydantic',
    // Its importer is what is asked; the data base behind it, and readers of other formats, stand aside.
    'for name in ["chardet", "pyexcel", "pyexcel.exceptions", "seqeval", "seqeval.scheme", "pandas", "examples", "examples.models", "labels", "labels.models", "projects", "projects.models", "label_types", "label_types.models"]: sys.modules[name] = MagicMock()',
    'for name in ["django", "django.db", "django.db.models", "django.core", "django.core.exceptions"]: sys.modules[name] = MagicMock()',
    'sys.path[:0] = [sys.argv[1] + "/backend/data_import"]',
    'from pipeline.parsers import JSONLParser',
    'from pipeline.readers import Reader, FileName',
    'from pipeline.label import SpanLabel',
    'parser = JSONLParser(encoding="utf-8")',
    'quotes = []',
    'for row in Reader([FileName(sys.argv[2], "a", "a")], parser):',
    '    for given in row["label"]:',
    '        span = SpanLabel.parse(row["example_uuid"], given)',
    '        quotes.append(row["text"][span.start_offset:span.end_offset])',
    'assert not parser.errors, parser.errors',
    'import json; print(json.dumps(quotes))',
  ].join('\n');
  const read = JSON.parse(run('python3', ['-c', script, home, join(folder, 'doccano.jsonl')])) as string[];
  assert.deepEqual(read, quotes);
  return `${String(read.length)} labels read by doccano's importer, each where its text says`;
}

function refiQda(): string {
  const official = process.env['POLICY_LENS_QDA_XSD'];
  const own = join(root, 'scripts/check/refi-qda-subset.xsd');
  const project = join(folder, 'refi-qda/project.qde');
  run('xmllint', ['--noout', '--schema', own, project]);
  if (!official)
    return 'fits the part of the schema that we write; the standard’s schema is not here (POLICY_LENS_QDA_XSD)';
  run('xmllint', ['--noout', '--schema', official, project]);
  return 'fits the standard’s schema, and the part of it that we write';
}

function figures(): string {
  const shown = figuresOf(readFileSync(join(folder, 'report.html'), 'utf8'));
  assert.deepEqual(differences(recompute(readExport(folder)), shown), []);
  return `${String(shown.length)} figures equal those recomputed from the CSV`;
}

const checks: Readonly<Record<string, () => string | Promise<string>>> = {
  'figures of the HTML report': figures,
  'CSV in LibreOffice': libreOfficeCsv,
  'XLSX in LibreOffice': libreOfficeXlsx,
  'comments of a Word file in LibreOffice': libreOfficeComments,
  'SARIF validator': sarif,
  brat: brat,
  doccano: doccano,
  'REFI-QDA schema': refiQda,
  'HTML in a browser': () =>
    checkPage(join(folder, 'report.html')).catch((error: unknown) => {
      if (error instanceof Error && /No browser found|could not be unpacked/.test(error.message))
        throw new Skipped(error.message);
      throw error;
    }),
};

async function main(): Promise<void> {
  let failed = 0;
  await writeAll();
  for (const [name, check] of Object.entries(checks))
    try {
      console.log(`passed   ${name}: ${await check()}`);
    } catch (error) {
      if (error instanceof Skipped) console.log(`skipped  ${name}: ${error.message}`);
      else {
        failed++;
        console.error(`FAILED   ${name}: ${String(error).slice(0, 2000)}`);
      }
    }
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
