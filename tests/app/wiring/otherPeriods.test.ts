import { describe, expect, it } from 'vitest';
import { previousPeriod, samePeriodBefore } from '../../../src/app/wiring/otherPeriods';
import type { PlainDate } from '../../../src/domain';

const period = (from: string, to: string) => ({ from: from as PlainDate, to: to as PlainDate });

describe('other periods', () => {
  it('the one before ends the day before and is as long', () => {
    expect(previousPeriod(period('2018-07-01', '2018-12-31'))).toEqual(period('2017-12-29', '2018-06-30'));
    expect(previousPeriod(period('2018-03-01', '2018-03-01'))).toEqual(period('2018-02-28', '2018-02-28'));
  });

  it('the same season is a year before, leap days or not', () => {
    expect(samePeriodBefore(period('2018-07-01', '2018-12-31'))).toEqual(period('2017-07-01', '2017-12-31'));
    expect(samePeriodBefore(period('2020-02-01', '2020-02-29'))).toEqual(period('2019-02-01', '2019-02-28'));
  });
});
