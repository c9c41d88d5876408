import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMemberOn } from '../../src/analysis/isMemberOn';
import { membersInEdition } from '../../src/analysis/membersInEdition';
import { firstCluster } from '../../src/commands';
import type { EditionId, PlainDate, UnitCode } from '../../src/domain';
import { decodeEdition } from '../../src/geo/decodeEdition';

function unitsOf(edition: string) {
  const path = resolve(import.meta.dirname, `../../geodata/layers/edition-${edition}.json`);
  return decodeEdition(JSON.parse(readFileSync(path, 'utf8'))).units.features.map(({ properties }) => properties);
}

const in2018 = { editionId: '2018' as EditionId, units: unitsOf('2018') };
const in2025 = { editionId: '2025' as EditionId, units: unitsOf('2025') };
const { members } = firstCluster;
const day = (text: string): PlainDate => text as PlainDate;

const named = ({ units }: ReturnType<typeof membersInEdition>) =>
  Object.fromEntries(units.map((unit) => [unit.code, unit.members.map(({ name }) => name).sort()]));

describe('the members of the first cluster', () => {
  it('are in their own units in 2018, the company in Bồ Sao', () => {
    const placed = membersInEdition(members, in2018);
    expect(placed.unplaced).toEqual([]);
    expect(Object.keys(named(placed)).sort()).toEqual([
      '07909',
      '07912',
      '07915',
      '07936',
      '08866',
      '09094',
      '09097',
      '09109',
    ]);
    expect(named(placed)['09097']).toEqual(['Công ty cổ phần VLXD Bồ Sao', 'Xã Bồ Sao']);
  });

  it('are in three units of 2025 by lineage', () => {
    const placed = membersInEdition(members, in2025);
    expect(placed.unplaced).toEqual([]);
    expect(named(placed)).toEqual({
      '07909': ['Phường Bạch Hạc', 'Phường Bến Gót', 'Phường Thanh Miếu', 'Xã Sông Lô'],
      '08866': ['Xã Sơn Đông'],
      '09106': ['Công ty cổ phần VLXD Bồ Sao', 'Xã Bồ Sao', 'Xã Cao Đại', 'Xã Việt Xuân'],
    });
  });

  it('come in the order of the edition, and only those of the day asked for', () => {
    const { units } = membersInEdition(members, { ...in2018, onDay: day('2019-03-04') });
    expect(units.map(({ code }) => code)).not.toContain('07936');
    const positions = units.map(({ code }) => in2018.units.findIndex((unit) => unit.code === code));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});

describe('a member named by the newer edition', () => {
  const [first] = members;
  const newer = { ...first!, editionId: '2025' as EditionId, unitCode: '08866' as UnitCode };

  it('is in all units of 2018 that its unit came from', () => {
    const codes = membersInEdition([newer], in2018).units.map(({ code }) => code);
    expect(codes.sort()).toEqual(['08857', '08860', '08863', '08866']);
  });

  it('is unplaced where its unit has no counterpart', () => {
    const stranger = { ...newer, unitCode: '99999' as UnitCode };
    expect(membersInEdition([stranger], in2018)).toEqual({ units: [], unplaced: [stranger] });
  });
});

describe('a membership', () => {
  it('holds from its first to its last day, both counted', () => {
    const span = { from: day('2018-01-24'), to: day('2019-03-05') };
    expect(['2018-01-23', '2018-01-24', '2019-03-05', '2019-03-06'].map((text) => isMemberOn(span, day(text)))).toEqual(
      [false, true, true, false],
    );
    expect(isMemberOn({ ...span, to: null }, day('2099-01-01'))).toBe(true);
  });
});
