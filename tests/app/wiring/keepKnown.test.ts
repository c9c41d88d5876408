import { describe, expect, it } from 'vitest';
import { keepKnown } from '../../../src/app/wiring/keepKnown';
import type { BorderLineId, LayerId, UnitCode } from '../../../src/domain';
import type { SessionFilter } from '../../../src/store';
import { openReal } from '../../analysis/support/realEditions';

const { info } = openReal('2018');
const LAYERS = [
  { id: 'flags' as LayerId, zoneM: 0 },
  { id: 'flagsNot' as LayerId, zoneM: null },
];
const keep = (filter: SessionFilter): SessionFilter => keepKnown(filter, info, LAYERS);

describe('the filter of a link or of before', () => {
  it('stays the same object where all of it is there', () => {
    const filter: SessionFilter = {
      isFlagged: false,
      level: ['commune'],
      category: ['theft'],
      kind: ['criminal'],
      line: [info.lines[0]!.id],
      sideUnit: [info.units[0]!.code],
      unit: [info.units[1]!.code],
      zoneLayer: ['flags' as LayerId],
    };
    expect(keep(filter)).toBe(filter);
    expect(keep({})).toEqual({});
  });

  it.each<[string, SessionFilter]>([
    ['a line that the edition does not have', { line: ['2025:00001-00002' as BorderLineId] }],
    ['a side of an unknown unit', { sideUnit: ['99999' as UnitCode] }],
    ['an unknown unit', { unit: ['99999' as UnitCode] }],
    ['a layer that was removed', { zoneLayer: ['gone' as LayerId] }],
    ['a layer that flags no more', { zoneLayer: ['flagsNot' as LayerId] }],
  ])('lets go of %s, and of nothing else', (_, unknown) => {
    expect(keep({ ...unknown, category: ['theft'] })).toEqual({ category: ['theft'] });
  });

  it('keeps what is there of several values', () => {
    const known = info.units[0]!.code;
    expect(keep({ unit: [known, '99999' as UnitCode] })).toEqual({ unit: [known] });
  });
});
