import type { Clock } from './turns';

/** Work that is done in slices. */
export interface Work {
  /** Works for one slice's time. @returns whether it is done; it is, too, where it throws. */
  run(): boolean;
}

/** One slice in so many is for the work that is next in line. */
const share = 4;

/**
 * Does one slice of work a turn, however much waits, and none while messages bring more. What was put in front last goes
 * first: replacing a word in a folder changes hundreds of documents, and who types in one of them waits for that one.
 * The next in line has a small share, though: who types in a very large text without a pause puts it in front again and
 * again before it is done, and the text that was opened beside it would wait until the typing ends.
 */
export class WorkQueue {
  /** The first one last. */
  private readonly waiting: Work[] = [];
  private isRunning = false;
  private isResting = false;
  private slices = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * Puts work in front, new or waiting already. It begins one turn later than the next message, so that of many changes
   * that arrive together (an input method's word, a paste into several places) only the last one is worked on.
   */
  putFirst(work: Work): void {
    this.remove(work);
    this.waiting.push(work);
    this.isResting = true;
    if (this.isRunning) return;
    this.isRunning = true;
    this.clock.defer(() => this.turn());
  }

  remove(work: Work): void {
    const at = this.waiting.lastIndexOf(work);
    if (at >= 0) this.waiting.splice(at, 1);
  }

  private turn(): void {
    const work = this.waiting.at(-1);
    this.isRunning = work !== undefined;
    if (!work) return;
    this.clock.defer(() => this.turn());
    if (this.isResting) this.isResting = false;
    else this.slice(++this.slices % share === 0 ? (this.waiting.at(-2) ?? work) : work);
  }

  /** @throws what the work throws, which is done then: it would throw with every turn. */
  private slice(work: Work): void {
    let isDone = true;
    try {
      isDone = work.run();
    } finally {
      if (isDone) this.remove(work);
    }
  }
}
