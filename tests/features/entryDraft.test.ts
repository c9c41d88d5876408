import { describe, expect, it } from 'vitest';
import type { UnitCode, WallClock } from '../../src/domain';
import {
  draftOf,
  type EntryDraft,
  isWorthKeeping,
  newDraft,
  nextDraft,
  readEntry,
} from '../../src/features/entry/entryDraft';
import { readKeptDraft } from '../../src/features/entry/keptDraft';
import { makeIncident } from '../store/records';

const now = '2026-11-28T19:00' as WallClock;
const holder = '07912' as UnitCode;
const place = { lng: 105.45, lat: 21.3, accuracyM: 60, method: 'map' } as const;
const plain: EntryDraft = { ...newDraft(now), category: 'theft', place };
const read = (part: Partial<EntryDraft>) => readEntry({ ...plain, ...part }, { now, holder });

describe('the form for one incident', () => {
  it('of a plain case needs a category and a place', () => {
    expect(readEntry(newDraft(now), { now, holder }).faults).toEqual({
      category: 'categoryMissing',
      place: 'placeMissing',
    });
    expect(read({}).fields).toMatchObject({
      occurred: { from: now, to: now },
      positionMethod: 'map',
      positionAccuracyM: 60,
      unitCode: holder,
      status: 'open',
      sourceId: null,
    });
  });

  it.each<[Partial<EntryDraft>, object]>([
    [
      { whenMode: 'day', time: '' },
      { from: '2026-11-28T00:00', to: '2026-11-28T23:59' },
    ],
    [
      { whenMode: 'span', day: '2026-11-26', time: '22:00', dayTo: '2026-11-27', timeTo: '05:30' },
      { from: '2026-11-26T22:00', to: '2026-11-27T05:30' },
    ],
  ])('says when: %j', (part, occurred) => {
    expect(read(part).fields?.occurred).toEqual(occurred);
  });

  it.each<[Partial<EntryDraft>, object]>([
    [{ time: '19:01' }, { when: 'future' }],
    [{ time: '' }, { when: 'timeMissing' }],
    [{ day: '' }, { when: 'dayMissing' }],
    [{ whenMode: 'span', day: '2026-11-28', time: '10:00', timeTo: '09:00' }, { when: 'endsBeforeStart' }],
    [{ place: null, placeText: 'đê' }, { place: 'placeUnread' }],
    [{ summary: 'gọi 0912345678' }, { summary: 'personal' }],
    [{ number: '0912345678' }, { number: 'personal' }],
  ])('tells what is wrong: %j', (part, faults) => {
    expect(read(part).faults).toEqual(faults);
  });

  it('without a position has none, and no unit by it', () => {
    expect(read({ hasNoPlace: true }).fields).toMatchObject({
      lng: null,
      lat: null,
      positionMethod: 'none',
      positionAccuracyM: null,
      unitCode: null,
    });
    expect(read({ hasNoPlace: true, unit: '08866' as UnitCode }).fields?.unitCode).toBe('08866');
  });

  it('shows a record as it is, and gives it back unchanged', () => {
    const record = makeIncident(1, { positionAccuracyM: 5 });
    const { id: _id, rev: _rev, source, reportedOn: _reported, ...rest } = record;
    const { fields } = readEntry(draftOf(record), { now, holder });
    expect(fields).toEqual({ ...rest, sourceId: source.id ?? null });
  });

  it('keeps the context for the next, and is kept itself while it holds anything', () => {
    const next = nextDraft({ ...plain, summary: 'x', persons: 3, number: '12' });
    expect(next).toMatchObject({
      category: 'theft',
      day: '2026-11-28',
      place: null,
      summary: '',
      persons: 0,
      number: '',
    });
    expect([isWorthKeeping(newDraft(now)), isWorthKeeping(next)]).toEqual([false, true]);
  });

  it('takes back what lay on the desk, and nothing that only looks like it', () => {
    const kept = { keptAt: now, draft: plain };
    expect(readKeptDraft(structuredClone(kept))).toEqual(kept);
    for (const other of [
      null,
      1,
      {},
      { keptAt: now, draft: {} },
      { ...kept, draft: { ...plain, place: { lng: 'x' } } },
    ])
      expect(readKeptDraft(other)).toBeNull();
  });
});
