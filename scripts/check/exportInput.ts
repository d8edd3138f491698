/** The samples and one document of awkward sentences, analysed: what the consumers are given to open. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import type { ReportInput } from '../../src/core/report';
import { schemaVersion } from '../../src/core/report/contract';
import { documentResult } from '../../src/core/report/documentResult';
import { createTranslator } from '../../src/l10n/translator';
import { builtinEnvironment } from '../../test/unit/support/environment';
import { root } from '../paths.mjs';

const awkward = [
  '=1+1，建设中试平台 😀；',
  '@SUM，引进高层次人才𠮷，"引号"与逗号,；',
  '－加快科技成果转化<script>alert(1)</script>；',
  '支持银行扩大知识产权质押贷款 & 天使投资 ]]>；',
].join('\r\n');

/** Everything the writers can use, with the texts. */
export function exportInput(): ReportInput {
  const environment = builtinEnvironment();
  const { taxonomy } = environment;
  const words = createTranslator('zh-CN');
  const samples = readdirSync(join(root, 'samples')).filter((name) => /^\d.*\.md$/.test(name));
  const texts = new Map([
    ...samples.map((name) => [name, readFileSync(join(root, 'samples', name), 'utf8')] as const),
    ['省/难 "写" 的,<文件>.txt', `关于推进科技成果转化的意见\r\n${awkward}\r\n`] as const,
  ]);
  const documents = [...texts].map(([path, text]) =>
    documentResult(
      analyze(text, path.endsWith('.md') ? 'markdown' : 'plain', environment),
      taxonomy,
      { path, encoding: 'utf-8', sha256: createHash('sha256').update(text).digest('hex') },
      () => 'information',
      (message) => words.message(message),
    ),
  );
  return {
    output: {
      schemaVersion,
      tool: { name: 'policy-lens', version: '0.0.0' },
      taxonomy: { id: taxonomy.id, version: taxonomy.version, fingerprint: taxonomy.fingerprint },
      offsetUnit: 'utf-16',
      documents,
      skipped: [{ path: '扫描件.pdf', reason: '没有文字' }],
    },
    taxonomy,
    words,
    texts,
    concordance: ['成果转化'],
    // So that each export says so, where its format has a place for it.
    isRestricted: true,
    page: { host: 'file', baseline: './' },
  };
}
