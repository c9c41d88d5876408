import { describe, expect, it } from 'vitest';
import { type Mend, mendIncidents } from '../../src/commands';
import type { Incident, PlainDate, UnitCode, WallClock } from '../../src/domain';
import { makeIncident, problemIn, updated, valueIn } from '../store/records';

const now = '2024-06-01T10:00' as WallClock;
const during = (from: string, to = from) => ({ occurred: { from: from as WallClock, to: to as WallClock } });
const day = (text: string) => text as PlainDate;
const mended = (mend: Mend, fields: Partial<Incident>): Incident | null => {
  const incident = makeIncident(1, fields);
  const result = mendIncidents({ incidents: [incident] }, { mend, now });
  if (!result.ok) {
    expect(problemIn(result)).toEqual({ kind: 'nothingToMend' });
    return null;
  }
  const to = valueIn(result).incidents!.updated[0]![1];
  expect(valueIn(result)).toEqual({ incidents: updated(incident, to) });
  return to;
};

describe('mending many records in one way', () => {
  it('turns a span that runs backwards, and leaves others', () => {
    expect(mended('swapEnds', during('2024-05-04T21:30', '2024-05-04T20:00'))).toMatchObject(
      during('2024-05-04T20:00', '2024-05-04T21:30'),
    );
    expect(mended('swapEnds', during('2024-05-04T20:00', '2024-05-04T21:30'))).toBeNull();
  });

  it('changes day and month only where that brings the future into the past', () => {
    const swap = 'swapDayAndMonth';
    expect(mended(swap, during('2024-12-05T21:30', '2024-12-05T22:00'))).toMatchObject(
      during('2024-05-12T21:30', '2024-05-12T22:00'),
    );
    expect(mended(swap, during('2024-12-13T21:30'))).toBeNull();
    expect(mended(swap, during('2025-12-05T21:30'))).toBeNull();
    expect(mended(swap, during('2024-05-04T21:30'))).toBeNull();
    expect(mended(swap, { ...during('2024-04-04T21:30'), reportedOn: day('2024-12-04') })).toMatchObject({
      ...during('2024-04-04T21:30'),
      reportedOn: '2024-04-12',
    });
    expect(mended(swap, { ...during('2024-12-05T21:30'), reportedOn: day('2024-12-31') })).toBeNull();
  });

  it('takes away a day of report that cannot be, and a unit; and masks numbers', () => {
    expect(mended('dropReportedOn', { reportedOn: day('2018-05-03') })?.reportedOn).toBeNull();
    expect(mended('dropReportedOn', { reportedOn: day('2024-06-02') })?.reportedOn).toBeNull();
    expect(mended('dropReportedOn', { reportedOn: day('2018-05-04') })).toBeNull();
    expect(mended('dropUnit', { unitCode: '99999' as UnitCode })?.unitCode).toBeNull();
    expect(mended('dropUnit', { unitCode: null })).toBeNull();
    expect(mended('maskNumbers', { summary: 'Gọi 0912 345 678' })?.summary).toBe('Gọi •••• ••• •••');
    expect(mended('maskNumbers', { summary: 'Mất xe' })).toBeNull();
  });

  it('mends those that it can', () => {
    const incidents = [makeIncident(1), makeIncident(2, during('2024-05-04T21:30', '2024-05-04T20:00'))];
    expect(valueIn(mendIncidents({ incidents }, { mend: 'swapEnds', now })).incidents?.updated).toHaveLength(1);
  });
});
