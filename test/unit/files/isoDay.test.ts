import assert from 'node:assert/strict';
import { isoDay } from '../../../src/files/isoDay';

describe('the day of a report', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  for (const [place, moment, day] of [
    ['Asia/Shanghai', '2027-01-04T23:30:00Z', '2027-01-05'],
    ['Asia/Shanghai', '2027-01-05T00:30:00Z', '2027-01-05'],
    ['America/New_York', '2027-01-05T03:30:00Z', '2027-01-04'],
    ['UTC', '2027-12-31T23:59:59Z', '2027-12-31'],
  ] as const)
    it(`in ${place} at ${moment} is ${day}`, () => {
      process.env['TZ'] = place;
      assert.equal(isoDay(new Date(moment)), day);
    });
});
