import { describe, expect, it } from 'vitest';
import { assertFaultless, inspectEdition } from '../../geodata/build';
import { checkCoverage, type FaultKind } from '../../geodata/checkCoverage';
import { EDITION_2018, SOURCE_2018 } from '../../geodata/facts';
import type { GridUnit } from '../../geodata/grid';
import { arcOwners, makeTopology } from '../../geodata/makeTopology';
import type { Unit } from '../../src/domain';
import { soundCoverage, unit } from './coverageFixtures';

const kindsOf = (units: readonly GridUnit[]): readonly FaultKind[] => [
  ...new Set(checkCoverage(units).map(({ kind }) => kind)),
];

function topologyOf(units: readonly GridUnit[]) {
  const shapes = new Map(units.map((each) => [each.code, each]));
  // Only the code matters here.
  const records = units.map(({ code }) => ({ code }) as Unit);
  return makeTopology({ edition: EDITION_2018, source: SOURCE_2018, units: records, shapes, exactness: new Map() });
}

function inspect(units: readonly GridUnit[]) {
  const shapes = new Map(units.map((each) => [each.code, each]));
  return inspectEdition({ shapes, repeatedVertices: 0 }, topologyOf(units));
}

const left = soundCoverage[0]!;
const below = soundCoverage[2]!;

const broken: readonly (readonly [name: string, expected: FaultKind, units: readonly GridUnit[], codes: string])[] = [
  [
    'a hole between units',
    'gap',
    [left, unit('00002', [10, 10], [20, 10], [20, 20], [10, 20], [11, 15]), below],
    '00001,00002',
  ],
  [
    'a slit that opens to the outside',
    'gap',
    [unit('00001', [0, 0], [10, 0], [10, 10], [0, 10]), unit('00002', [10.005, -5], [20, 0], [20, 10], [10.005, 15])],
    '00001,00002',
  ],
  [
    'a vertex that only one of two neighbours has',
    'gap',
    [left, soundCoverage[1]!, unit('00003', [0, 0], [20, 0], [20, 10], [0, 10])],
    '00001,00003',
  ],
  [
    'a unit that reaches into another',
    'overlap',
    [left, unit('00002', [10, 10], [20, 10], [20, 20], [10, 20], [8, 15]), below],
    '00001,00002',
  ],
  [
    'a unit inside another',
    'overlap',
    [...soundCoverage, unit('00004', [3, 3], [6, 3], [6, 6], [3, 6])],
    '00003,00004',
  ],
  ['the same place twice', 'overlap', [...soundCoverage, { ...left, code: '00004' }], '00001,00004'],
  [
    'a bow-tie',
    'invalidRing',
    [unit('00001', [0, 0], [10, 10], [10, 0], [0, 10]), unit('00002', [20, 0], [30, 0], [30, 10])],
    '00001',
  ],
  [
    'a ring that comes to a vertex twice',
    'invalidRing',
    [unit('00001', [0, 0], [10, 0], [5, 5], [10, 10], [0, 10], [5, 5])],
    '00001',
  ],
  ['a spike', 'invalidRing', [unit('00001', [0, 0], [10, 0], [15, 0], [10, 0], [10, 10])], '00001'],
  ['a ring of two vertices', 'invalidRing', [unit('00001', [0, 0], [10, 0])], '00001'],
];

describe('the check of a coverage', () => {
  it('finds nothing in a sound one', () => {
    expect(checkCoverage(soundCoverage)).toEqual([]);
    expect(() => assertFaultless('fixture', inspect(soundCoverage))).not.toThrow();
  });

  it.each(broken)('finds %s', (_name, expected, units, codes) => {
    expect(kindsOf(units)).toContain(expected);
    expect(checkCoverage(units).map((fault) => `${fault.kind} ${fault.units}`)).toContain(`${expected} ${codes}`);
  });

  it.each(broken)('makes the build fail at %s', (_name, expected, units, codes) => {
    expect(() => assertFaultless('fixture', inspect(units))).toThrow(`${expected} ${codes}`);
  });

  it('says where a fault is', () => {
    const faults = checkCoverage([left, soundCoverage[1]!, unit('00003', [0, 0], [20, 0], [20, 10], [0, 10])]);
    expect(faults.map(({ place }) => place)).toContainEqual([105.01, 21.01]);
  });

  it('takes neither a unit apart from the others nor units that meet at one vertex for a fault', () => {
    const apart = unit('00004', [40, 0], [50, 0], [50, 10]);
    const atOneVertex = unit('00005', [50, 10], [60, 10], [60, 20]);
    expect(checkCoverage([...soundCoverage, apart, atOneVertex])).toEqual([]);
  });
});

describe('the arcs of a topology', () => {
  it('have at most two owners in a sound coverage', () => {
    expect(Math.max(...arcOwners(topologyOf(soundCoverage)))).toBe(2);
  });

  it('with three owners make the build fail', () => {
    const three = [
      unit('00001', [0, 0], [10, 0], [10, 10], [0, 10]),
      unit('00002', [10, 0], [20, 0], [20, 10], [10, 10]),
      unit('00003', [10, 0], [15, 0], [15, 10], [10, 10]),
    ];
    const inspected = inspect(three);
    expect(inspected.quality.arcsOfMoreThanTwo).toBeGreaterThan(0);
    const onlyArcs = { faults: [], quality: { ...inspected.quality, gaps: 0, overlaps: 0, invalidRings: 0 } };
    expect(() => assertFaultless('fixture', onlyArcs)).toThrow('arcs of more than two units 1');
    expect(kindsOf(three)).toContain('overlap');
  });
});
