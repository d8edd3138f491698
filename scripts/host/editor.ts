/** Opens a real VS Code with the extension for a person and prints its address; Ctrl-C ends everything. */
import { randomBytes } from 'node:crypto';
import { cpSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, root } from '../paths.mjs';
import { workbenchAddress } from './address';
import { startServer } from './server';

/** The samples, copied: whoever tries things out shall not change the repository. */
function sampleFolder(): { folder: string; file: string } {
  const folder = join(cacheFolder(), 'samples');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  return { folder, file: join(folder, '01-有缺口的备忘录.policy.md') };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string' }, port: { type: 'string' } },
  });
  const [target] = positionals;
  let place: { folder: string; file?: string };
  if (target === undefined) place = sampleFolder();
  else if (statSync(target).isDirectory()) place = { folder: target };
  else place = { folder: dirname(target), file: target };

  const token = randomBytes(24).toString('base64url');
  const server = await startServer({
    token,
    port: values.port === undefined ? 0 : Number(values.port),
    installed: [root],
    isDriven: false,
    // Our own samples need no question; in other people's folders VS Code asks, as it always does.
    settings: target === undefined ? {} : { 'security.workspace.trust.enabled': true },
    ...(values.lang === 'zh-CN' ? { locale: 'zh-cn' } : {}),
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  const address = workbenchAddress({ port: server.port, token, ...place });
  const lines =
    values.lang === 'zh-CN'
      ? ['VS Code 已就绪，请在本机浏览器中打开（地址含口令，请勿外传）：', '按 Ctrl-C 结束。']
      : [
          'VS Code is ready. Open in a browser on this machine (the address holds a secret):',
          'Ctrl-C ends it.',
        ];
  console.log(`${lines[0]}\n\n  ${address}\n\n${lines[1]}`);
  await server.ended;
  console.error(`The server ended:\n${server.log.slice(-20).join('\n')}`);
  process.exit(1);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
