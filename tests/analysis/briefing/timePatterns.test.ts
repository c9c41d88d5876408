import { describe, expect, it } from 'vitest';
import { timePatterns } from '../../../src/analysis/briefing/timePatterns';

const minute = (at: string): number => Date.parse(`${at}:00Z`) / 60_000;
const moment = (at: string): [number, number] => [minute(at), minute(at)];
const columns = (spans: readonly (readonly [number, number])[]) => ({
  fromMin: Float64Array.from(spans, ([from]) => from),
  toMin: Float64Array.from(spans, ([, to]) => to),
});
/** All of 2018: 53 Mondays, 52 of every other weekday. */
const year = { first: minute('2018-01-01T00:00') / 1440, last: minute('2018-12-31T00:00') / 1440 };

describe('the time of incidents', () => {
  it('is a quarter of the day and a weekday, as far as the span leaves no doubt', () => {
    const { parts, weekdays, reported } = timePatterns(
      columns([
        // A Monday.
        moment('2018-01-01T00:00'),
        [minute('2018-01-01T22:00'), minute('2018-01-02T00:00')],
        [minute('2018-01-01T22:00'), minute('2018-01-02T00:01')],
        [minute('2018-01-07T00:00'), minute('2018-01-07T23:59')],
      ]),
      year,
    );
    expect(parts.classes.map(({ count }) => count)).toEqual([1, 0, 0, 1]);
    expect(weekdays.classes.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 1]);
    expect([reported, parts.unclear, weekdays.unclear]).toEqual([4, 2, 1]);
    expect([parts.p, weekdays.p]).toEqual([null, null]);
    expect(weekdays.classes[0]!.expected).toBeCloseTo((3 * 53) / 365, 12);
  });

  it('is tested where enough are expected everywhere', () => {
    const hours = [...Array(14).fill('01'), ...Array(2).fill('07'), ...Array(2).fill('13'), ...Array(2).fill('19')];
    const { parts } = timePatterns(columns(hours.map((hour) => moment(`2018-03-05T${hour}:30`))), year);
    // scipy.stats.chisquare([14, 2, 2, 2]).pvalue
    expect(parts.p).toBeCloseTo(7.900_461_66e-5, 12);
    const [night] = parts.classes;
    // chi2.ppf([0.025, 0.975], [28, 30]) / 2
    expect(night!.lower).toBeCloseTo(7.653_93, 5);
    expect(night!.upper).toBeCloseTo(23.489_62, 4);
  });
});
