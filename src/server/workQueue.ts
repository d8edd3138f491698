import type { Clock } from './turns';

/** Work that is done in slices. */
export interface Work {
  /** Works for one slice's time. @returns whether it is done. */
  run(): boolean;
}

/**
 * Does one slice of work a turn, however much waits, and none while messages bring more. What was put in front last goes
 * first: replacing a word in a folder changes hundreds of documents, and who types in one of them waits for that one.
 */
export class WorkQueue {
  /** The first one last. */
  private readonly waiting: Work[] = [];
  private isRunning = false;
  private isResting = false;

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
    else if (work.run()) this.remove(work);
  }
}
