import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that is being written. */
export interface Draft {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Only now does it stand under its name. */
  finish(): Promise<void>;
  /** Nothing is left behind. */
  abandon(): Promise<void>;
}

/**
 * Begins a file under another name beside it, so that a run that fails leaves the earlier file as it was. Links are
 * followed, and an earlier file's permissions stay. What is no file (a pipe, a device) is written to as it is.
 *
 * @param path Absolute; its folder is made.
 */
export async function openDraft(path: string): Promise<Draft> {
  await mkdir(dirname(path), { recursive: true });
  const earlier = await stat(path).catch(() => null);
  // A link that leads nowhere yet has no real path, but can be written through.
  const isFile = earlier ? earlier.isFile() : !(await lstat(path).catch(() => null));
  if (!isFile) return directly(await open(path, 'w'));
  const file = earlier ? await realpath(path) : path;
  // Not after the file: its name may be as long as a name can be.
  const draft = join(dirname(file), `.policy-lens-${randomUUID()}.tmp`);
  const handle = await open(draft, 'w');
  remember(draft);
  const { write, finish } = directly(handle);
  const abandon = async (): Promise<void> => {
    await handle.close();
    await rm(draft, { force: true });
    forget(draft);
  };
  return {
    write,
    finish: async () => {
      try {
        if (earlier) await handle.chmod(earlier.mode & 0o7777);
        await finish();
        await rename(draft, file);
        forget(draft);
      } catch (error) {
        await abandon();
        throw error;
      }
    },
    abandon,
  };
}

function directly(handle: FileHandle): Draft {
  const close = (): Promise<void> => handle.close();
  return {
    write: (chunk) => (typeof chunk === 'string' ? handle.writeFile(chunk) : handle.writeFile(chunk)),
    finish: close,
    abandon: close,
  };
}

/** Drafts that a signal to end would leave behind. */
const drafts = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Only while there is a draft: a process that waits for a signal cannot be ended while it is busy.
function remember(draft: string): void {
  if (drafts.size === 0) for (const signal of signals) process.on(signal, end);
  drafts.add(draft);
}

function forget(draft: string): void {
  drafts.delete(draft);
  if (drafts.size === 0) for (const signal of signals) process.off(signal, end);
}

function end(signal: NodeJS.Signals): void {
  for (const draft of drafts) {
    rmSync(draft, { force: true });
    forget(draft);
  }
  // Ends as if nobody had waited for the signal, so that a shell knows why.
  process.kill(process.pid, signal);
}
