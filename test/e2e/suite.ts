/** Suites of UI tests. A test that failed leaves nothing to the next one, and is run once more by itself. */
import type { Workbench } from '../../scripts/host/workbench';

/** A workbench that lasts from test to test; after {@link Session.close} the next test has a new one. */
export class Session {
  private current: Workbench | null = null;

  /**
   * @param open Starts a workbench.
   * @param load Opens in it what all tests begin with.
   */
  constructor(
    private readonly open: () => Promise<Workbench>,
    private readonly load: (workbench: Workbench) => Promise<void>,
  ) {}

  get isOpen(): boolean {
    return this.current !== null;
  }

  /** The workbench, inside of tests and hooks. */
  get workbench(): Workbench {
    if (this.current === null) throw new Error('the workbench is not open yet');
    return this.current;
  }

  /** The open workbench, or a new one on a new copy of the samples. */
  async ready(): Promise<Workbench> {
    if (this.current) return this.current;
    this.current = await this.open();
    await this.load(this.current);
    return this.current;
  }

  async close(): Promise<void> {
    const closing = this.current;
    this.current = null;
    await closing?.close();
  }
}

/** What a suite does beside its tests. */
export interface Surroundings {
  /** Before its first test, and again where a test failed: everything that its tests find there. */
  readonly prepare?: () => Promise<void>;
  /** After its last test, where none failed: for the suites that come after it. */
  readonly leave?: () => Promise<void>;
}

/**
 * A suite in the workbench of a session. A browser, a server and an extension host on a busy machine lose a key now and
 * then: a test that fails is run once more in a new workbench, and the reporter says so. So a test relies on `prepare`
 * and not on the tests before it.
 */
export function suiteIn(
  session: Session,
  title: string,
  { prepare, leave }: Surroundings,
  body: () => void,
): void {
  describe(title, function () {
    this.retries(1);
    let prepared: Workbench | null = null;
    beforeEach('a workbench is ready', async () => {
      for (let tries = 1; ; tries++) {
        try {
          const workbench = await session.ready();
          if (prepared !== workbench) await prepare?.();
          prepared = workbench;
          return;
        } catch (error) {
          if (session.isOpen) await session.workbench.keepPicture(`${title} · ${tries}`);
          await session.close();
          if (tries === 2) throw error;
          console.log(`      not ready: ${String(error)}`);
        }
      }
    });
    afterEach('what failed is thrown away', async function () {
      const test = this.currentTest;
      if (!session.isOpen || !test || test.state === 'passed' || test.isPending()) return;
      await session.workbench.keepPicture(test.title);
      await session.close();
    });
    after('what others find is left in order', async () => {
      if (session.isOpen) await leave?.();
    });
    body();
  });
}
