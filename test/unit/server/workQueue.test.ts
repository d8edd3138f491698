/** Which of many texts is worked on, turn by turn. */
import assert from 'node:assert/strict';
import { WorkQueue, type Work } from '../../../src/server/workQueue';

describe('the queue of work', () => {
  let turns: (() => void)[];
  let done: string[];
  let queue: WorkQueue;
  beforeEach(() => {
    turns = [];
    done = [];
    queue = new WorkQueue({ now: () => 0, defer: (task) => void turns.push(task) });
  });

  /** Work that says its name with each slice. */
  const work = (name: string, slices = 1): Work => ({
    run: () => {
      done.push(name);
      return --slices === 0;
    },
  });

  /** One turn of the event loop: whatever waits at its beginning. */
  const turn = (): void => {
    for (const task of turns.splice(0)) task();
  };

  const end = (): void => {
    while (turns.length > 0) turn();
  };

  it('does one slice a turn, however much there is', () => {
    for (let index = 0; index < 100; index++) queue.putFirst(work(String(index)));
    turn();
    for (let taken = 1; taken <= 100; taken++) {
      turn();
      assert.equal(done.length, taken);
    }
    end();
    assert.equal(done.length, 100);
  });

  it('begins a turn later than the next message, so that what arrives together is there before', () => {
    queue.putFirst(work('a'));
    turn();
    queue.putFirst(work('b'));
    turn();
    assert.deepEqual(done, []);
    end();
    assert.deepEqual(done, ['b', 'a']);
  });

  it('goes on with what was put in front last, also where it was there already', () => {
    const [a, b, c] = [work('a', 2), work('b'), work('c')];
    for (const each of [a, b, c]) queue.putFirst(each);
    queue.putFirst(b);
    end();
    assert.deepEqual(done, ['b', 'c', 'a', 'a']);
  });

  it('leaves what was begun for what comes later, and goes on with it then', () => {
    queue.putFirst(work('long', 3));
    turn();
    turn();
    queue.putFirst(work('key'));
    end();
    assert.deepEqual(done, ['long', 'key', 'long', 'long']);
  });

  it('does the next in line, too, while what is in front is put there anew before it is done', () => {
    queue.putFirst(work('beside', 5));
    const large = work('large', 1000);
    for (let key = 0; key < 20; key++) {
      queue.putFirst(large);
      for (let each = 0; each < 3; each++) turn();
    }
    assert.equal(done.filter((name) => name === 'beside').length, 5);
    assert.ok(done.length > 30, 'the one in front has the larger share');
  });

  it('forgets work that fails, tells of it, and goes on with the rest', () => {
    let failures = 0;
    queue.putFirst(work('rest'));
    queue.putFirst({
      run: () => {
        failures++;
        throw new Error('out of order');
      },
    });
    turn();
    assert.throws(turn, /out of order/);
    end();
    assert.equal(failures, 1);
    assert.deepEqual(done, ['rest']);
  });

  it('forgets what was taken out, and takes up more after it has ended', () => {
    const gone = work('gone');
    queue.putFirst(gone);
    queue.remove(gone);
    end();
    queue.putFirst(work('later'));
    end();
    assert.deepEqual(done, ['later']);
    assert.equal(turns.length, 0, 'nothing is deferred while there is no work');
  });
});
