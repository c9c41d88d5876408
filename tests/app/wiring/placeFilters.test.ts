import { describe, expect, it } from 'vitest';
import { hangsOnPlace, linesThatPass } from '../../../src/app/wiring/placeFilters';
import { edition } from '../../analysis/hotspots/held';

const { info } = edition;
const numberOf = (id: string): number => info.lines.findIndex((line) => line.id === id);

describe('lines that can have incidents that pass', () => {
  it('are all where nothing is filtered by place', () => {
    expect(linesThatPass({}, info)).toBeNull();
    expect(linesThatPass({ category: ['theft'] as never, hour: [3] }, info)).toBeNull();
  });

  it('are those of the levels, the lines and the units that are filtered by, of all of these at once', () => {
    const provinces = linesThatPass({ level: ['province'] }, info)!;
    expect(provinces.length).toBeGreaterThan(2);
    expect(provinces.every((number) => info.lines[number]!.level === 'province')).toBe(true);
    expect(provinces).toHaveLength(info.lines.filter(({ level }) => level === 'province').length);
    const some = info.lines.slice(3, 6).map(({ id }) => id);
    expect(linesThatPass({ line: some }, info)).toEqual(some.map(numberOf));
    const { leftUnit } = info.lines[0]!;
    const code = info.units[leftUnit]!.code;
    const beside = linesThatPass({ sideUnit: [code] }, info)!;
    expect(beside).toEqual(
      info.lines.flatMap((line, number) => (line.leftUnit === leftUnit || line.rightUnit === leftUnit ? [number] : [])),
    );
    expect(linesThatPass({ unit: [code], level: ['province'] }, info)).toEqual(
      beside.filter((number) => info.lines[number]!.level === 'province'),
    );
  });
});

describe('what hangs on a filter by place', () => {
  it('is told of stretches, and of what is carried over unsure positions', () => {
    const stretches = { view: 'stretches', overUncertainty: false } as const;
    expect(hangsOnPlace({}, stretches)).toBe(false);
    expect(hangsOnPlace({ level: ['province'] }, stretches)).toBe(false);
    expect(hangsOnPlace({ handling: ['none'] }, stretches)).toBe(true);
    expect(hangsOnPlace({ level: ['province'] }, { view: 'ranking', overUncertainty: true })).toBe(true);
    expect(hangsOnPlace({ hour: [3] }, { view: 'ranking', overUncertainty: true })).toBe(false);
  });
});
