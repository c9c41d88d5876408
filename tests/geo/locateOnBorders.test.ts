import { describe, expect, it } from 'vitest';
import { type BorderNetwork, indexBorderNetwork, locateOnBorders, locateUnit, openBorderIndex } from '../../src/geo';
import { distancesToAllLines } from './support/bruteForce';
import { box, collect, EDITIONS, networkOf, randomPositions, shippedUnits, unit } from './support/coverages';
import { borderIndexOf, unitIndexOf } from './support/indexes';

const AREA = [105.2, 21.1, 105.7, 21.6] as const;

/** Every vertex of every line, with the line that has it and whether lines end there. */
function verticesOf(network: BorderNetwork): { positions: Float64Array; lines: Int32Array } {
  const positions: number[] = [];
  const lines: number[] = [];
  for (const [line, { start, end }] of network.lines.entries())
    for (let i = start; i < end; i++) {
      positions.push(network.coordinates[2 * i]!, network.coordinates[2 * i + 1]!);
      lines.push(line);
    }
  return { positions: Float64Array.from(positions), lines: Int32Array.from(lines) };
}

/** Which lines begin (number × 2) or end (number × 2 + 1) at the edge of the data. */
function endsAtOuterEdge(network: BorderNetwork): Set<number> {
  const keyOf = (vertex: number): string => network.coordinates.slice(2 * vertex, 2 * vertex + 2).join();
  const outer = new Set(network.outerEdges.flatMap(({ start, end }) => [keyOf(start), keyOf(end - 1)]));
  return new Set(
    network.lines.flatMap(({ start, end }, line) => [
      ...(outer.has(keyOf(start)) ? [2 * line] : []),
      ...(outer.has(keyOf(end - 1)) ? [2 * line + 1] : []),
    ]),
  );
}

/** Positions within every edge of every line, at a share that no short binary fraction has. */
function pointsWithin(network: BorderNetwork): Float64Array {
  const positions: number[] = [];
  for (const { start, end } of network.lines)
    for (let i = start + 1; i < end; i++)
      for (const k of [0, 1]) {
        const [a, b] = [network.coordinates[2 * i - 2 + k]!, network.coordinates[2 * i + k]!];
        positions.push(a + (b - a) * 0.37);
      }
  return Float64Array.from(positions);
}

describe.each(EDITIONS)('on every line of %s', (edition) => {
  const units = shippedUnits(edition);
  const network = networkOf(units, edition);
  const unitIndex = unitIndexOf(units);
  const codes = units.features.map(({ properties }) => properties.code);

  it.each([1_000, 5_000])('agrees with brute force within %i m', (capM) => {
    const index = borderIndexOf(network, capM);
    const positions = randomPositions(10_000, AREA, capM + 1);
    const found = locateOnBorders(index, positions);
    let within = 0;
    for (let i = 0; i < 10_000; i++) {
      const all = distancesToAllLines(network, positions[2 * i]!, positions[2 * i + 1]!, capM);
      const least = all.reduce((min, d) => Math.min(min, d), Infinity);
      if (least > capM + 0.001) {
        expect(found.line[i]).toBe(-1);
        expect(found.distanceM[i]).toBeNaN();
        expect(found.chainageM[i]).toBeNaN();
        continue;
      }
      if (least > capM - 0.001) continue;
      within++;
      if (Math.abs(found.distanceM[i]! - least) > 0.001) expect(found.distanceM[i]).toBeCloseTo(least, 3);
      if (all[found.line[i]!]! > least + 0.001) expect([i, found.line[i]]).toEqual([i, all.indexOf(least)]);
    }
    expect(within).toBeGreaterThan(capM === 1_000 ? 1_400 : 3_400);
  });

  it('tells the side by the unit that holds the position', () => {
    const positions = randomPositions(100_000, AREA, 5);
    const found = locateOnBorders(borderIndexOf(network, 3_000), positions);
    const holders = locateUnit(unitIndex, positions);
    const atOuterEdge = endsAtOuterEdge(network);
    let checked = 0;
    for (let i = 0; i < found.line.length; i++) {
      if (found.line[i]! < 0 || holders[i]! < 0) continue;
      const { left, right, lengthM } = network.lines[found.line[i]!]!;
      const holder = codes[holders[i]!]!;
      // Beyond a point where lines meet the first of them is taken, also within a unit that it does not bound; and beyond the edge of the data
      // the straight way to a line may lead over land of no unit.
      const isAtStart = found.chainageM[i] === 0;
      if (isAtStart || Math.abs(found.chainageM[i]! - lengthM) < 1e-6) {
        if (holder !== left && holder !== right) continue;
        if (atOuterEdge.has(2 * found.line[i]! + (isAtStart ? 0 : 1))) continue;
      }
      const expected = holder === left ? 1 : holder === right ? -1 : Number.NaN;
      if (found.side[i] !== expected) expect([i, found.side[i], left, right]).toEqual([i, expected, holder, '']);
      checked++;
    }
    expect(checked).toBeGreaterThan(10_000);
  });

  it('is on the line at every vertex, with the first of the lines that meet there', () => {
    const { positions, lines } = verticesOf(network);
    const found = locateOnBorders(borderIndexOf(network, 500), positions);
    const firstLine = new Map<string, number>();
    for (const [i, line] of lines.entries()) {
      const key = `${positions[2 * i]},${positions[2 * i + 1]}`;
      firstLine.set(key, Math.min(line, firstLine.get(key) ?? line));
    }
    for (let i = 0; i < lines.length; i++) {
      expect(found.distanceM[i]).toBe(0);
      expect(found.side[i]).toBe(0);
      expect(found.line[i]).toBe(firstLine.get(`${positions[2 * i]},${positions[2 * i + 1]}`));
    }
  });

  it('is on the line within every edge', () => {
    const found = locateOnBorders(borderIndexOf(network, 500), pointsWithin(network));
    expect(found.distanceM.every((distanceM) => distanceM === 0)).toBe(true);
    expect(found.side.every((side) => side === 0)).toBe(true);
  });

  it('is beside the line 1e-9° beside vertices and edges, on the right side', () => {
    const index = borderIndexOf(network, 500);
    for (const positions of [verticesOf(network).positions, pointsWithin(network)])
      for (const [dLng, dLat] of [
        [1e-9, 0],
        [-1e-9, 0],
        [0, 1e-9],
        [0, -1e-9],
      ] as const) {
        const beside = positions.map((degrees, i) => degrees + (i % 2 === 0 ? dLng : dLat));
        const found = locateOnBorders(index, beside);
        const holders = locateUnit(unitIndex, beside);
        let checked = 0;
        for (let i = 0; i < found.line.length; i++) {
          expect(found.distanceM[i]).toBeLessThan(0.000112);
          if (found.side[i] === 0 || holders[i]! < 0) continue;
          const { left, right, lengthM } = network.lines[found.line[i]!]!;
          const holder = codes[holders[i]!]!;
          // At a point where lines meet the first of them is taken, also within a unit that it does not bound.
          const isAtEnd = found.chainageM[i] === 0 || Math.abs(found.chainageM[i]! - lengthM) < 1e-6;
          if (isAtEnd && holder !== left && holder !== right) continue;
          const expected = holder === left ? 1 : holder === right ? -1 : Number.NaN;
          if (found.side[i] !== expected) expect([i, found.side[i], left, right]).toEqual([i, expected, holder, '']);
          checked++;
        }
        expect(checked).toBeGreaterThan(0.8 * found.line.length);
      }
  });

  it('tells the side by the unit around the points where lines meet', () => {
    const index = borderIndexOf(network, 500);
    const atOuterEdge = endsAtOuterEdge(network);
    let checked = 0;
    for (const [line, { start, end }] of network.lines.entries())
      for (const [isEnd, vertex] of [
        [0, start],
        [1, end - 1],
      ] as const) {
        if (atOuterEdge.has(2 * line + isEnd)) continue;
        const around = Float64Array.from({ length: 48 }, (_, i) =>
          i % 2 === 0
            ? network.coordinates[2 * vertex]! + 2e-7 * Math.cos((i + 0.3) / 7.64)
            : network.coordinates[2 * vertex + 1]! + 2e-7 * Math.sin((i - 0.7) / 7.64),
        );
        const found = locateOnBorders(index, around);
        for (const [i, number] of locateUnit(unitIndex, around).entries()) {
          const { left, right } = network.lines[found.line[i]!]!;
          const expected = codes[number] === left ? 1 : codes[number] === right ? -1 : 0;
          if (expected === 0) continue;
          if (found.side[i] !== expected) expect([line, isEnd, i, found.side[i]]).toEqual([line, isEnd, i, expected]);
          checked++;
        }
      }
    expect(checked).toBeGreaterThan(3_000);
  });

  it('has vertices at their chainage', () => {
    const index = borderIndexOf(network, 500);
    for (const { start, end, lengthM } of network.lines) {
      const positions = network.coordinates.slice(2 * start, 2 * end);
      const { chainageM, line } = locateOnBorders(index, positions);
      const own = [...chainageM].filter((_, i) => i > 0 && i + 1 < end - start && line[i] === line[1]);
      expect(own.every((metres, i) => i === 0 || metres > own[i - 1]!)).toBe(true);
      expect(Math.abs(own.length > 0 ? Math.max(...own) : 0)).toBeLessThanOrEqual(lengthM + 1e-6);
    }
  });
});

describe('sides', () => {
  // A line that comes from the west, turns sharply back at (0.02, 0.01) and ends north of where it began; 1 lies north-west of it.
  const hook = [
    [0, 0],
    [0.02, 0.01],
    [0.001, 0.015],
  ];
  const network = networkOf(
    collect(
      unit('1', [
        [
          [0, 0.03],
          [-0.01, 0.03],
          [0, 0],
          [0.02, 0.01],
          [0.001, 0.015],
        ],
      ]),
      unit('2', [
        [
          [0, 0],
          [0.05, 0],
          [0.05, 0.03],
          [0.001, 0.015],
          [0.02, 0.01],
        ],
      ]),
    ),
  );
  const index = borderIndexOf(network, 4_000);
  const sideAt = (lng: number, lat: number): number => locateOnBorders(index, Float64Array.of(lng, lat)).side[0]!;

  it('are those of the bend beyond a sharp one', () => {
    expect(network.lines.map(({ left, right }) => [left, right])).toEqual([['1', '2']]);
    const inside = sideAt(0.015, 0.01);
    expect(inside).toBe(1);
    for (const [lng, lat] of [
      [0.021, 0.01],
      [0.0205, 0.0108],
      [0.0205, 0.0095],
      [0.0202, 0.0115],
    ] as const)
      expect([lng, lat, sideAt(lng, lat)]).toEqual([lng, lat, -1]);
  });

  it('go on straight beyond an end, and are 1 exactly there', () => {
    const straight = networkOf(collect(unit('1', [box(0, 0, 0.01, 0.01)]), unit('2', [box(0.01, 0, 0.02, 0.01)])));
    const found = locateOnBorders(
      borderIndexOf(straight, 2_000),
      Float64Array.of(0.0099, 0.012, 0.0101, 0.012, 0.01, 0.012, 0.01, -0.002),
    );
    expect([...found.side]).toEqual([1, -1, 1, 1]);
    expect([...found.chainageM].map((metres) => Math.round(metres))).toEqual([1106, 1106, 1106, 0]);
    expect(hook).toHaveLength(3);
  });
});

describe('the cap', () => {
  const network = networkOf(
    collect(unit('1', [box(105, 21, 105.01, 21.01)]), unit('2', [box(105.01, 21, 105.02, 21.01)])),
  );
  const position = Float64Array.of(105.013, 21.005);
  const distanceM = locateOnBorders(borderIndexOf(network, 1_000), position).distanceM[0]!;

  it('is inclusive', () => {
    expect(locateOnBorders(borderIndexOf(network, distanceM), position).line[0]).toBe(0);
    expect(locateOnBorders(borderIndexOf(network, distanceM - 1e-12), position).line[0]).toBe(-1);
  });

  it('must be a positive distance', () => {
    for (const capM of [0, -1, Number.NaN, Infinity])
      expect(indexBorderNetwork(network, { capM })).toEqual({
        ok: false,
        problem: { kind: 'invalidDistance', valueM: capM },
      });
  });

  it('needs lines', () => {
    const lone = networkOf(collect(unit('1', [box(0, 0, 1, 1)])));
    expect(indexBorderNetwork(lone, { capM: 1 })).toEqual({ ok: false, problem: { kind: 'emptyNetwork' } });
  });
});

describe('odd input', () => {
  const network = networkOf(shippedUnits('2018'), '2018');
  const index = borderIndexOf(network, 1_000);

  it('no positions give no rows', () => {
    expect(locateOnBorders(index, new Float64Array(0)).line).toHaveLength(0);
  });

  it('positions that are not finite or far away have no line', () => {
    const found = locateOnBorders(
      index,
      Float64Array.from(
        [
          [Number.NaN, 21.3],
          [105.4, Number.NaN],
          [Infinity, -Infinity],
          [0, 0],
          [-105.4, 21.3],
          [105.4, 89.9],
          [1e300, 21.3],
          [105.4, -1e300],
          [2 ** 31, 2 ** 31],
        ].flat(),
      ),
    );
    expect([...found.line]).toEqual(Array(9).fill(-1));
    expect([...found.distanceM].every(Number.isNaN)).toBe(true);
    expect([...found.side]).toEqual(Array(9).fill(0));
  });
});

describe('indexes in turn', () => {
  it('find what each finds alone, in pieces of any size', () => {
    const networks = EDITIONS.map((edition) => networkOf(shippedUnits(edition), edition));
    const indexes = networks.flatMap((network) => [300, 1_000].map((capM) => borderIndexOf(network, capM)));
    const positions = randomPositions(5_000, AREA, 7);
    const alone = indexes.map((index) => locateOnBorders(index, positions));
    expect(new Set(alone.map(({ line }) => line.filter((number) => number >= 0).length)).size).toBe(indexes.length);
    for (let from = 0, piece = 1; from < 5_000; from += piece, piece = 2 * piece + 1) {
      const places = positions.slice(2 * from, 2 * (from + piece));
      for (const [i, index] of indexes.entries()) {
        const found = locateOnBorders(index, places);
        for (const column of ['distanceM', 'line', 'side', 'chainageM'] as const)
          expect(found[column]).toEqual(alone[i]![column].slice(from, from + piece));
      }
    }
  });
});

describe('the buffer of an index', () => {
  const network = networkOf(shippedUnits('2018'), '2018');
  const index = borderIndexOf(network, 1_000);
  const positions = randomPositions(1_000, AREA, 9);

  it('opens again, after a transfer, to an index that finds the same bytes', () => {
    const expected = locateOnBorders(index, positions);
    const opened = openBorderIndex(structuredClone(index.buffer));
    if (!opened.ok) throw new Error(opened.problem.kind);
    expect(locateOnBorders(opened.value, positions)).toEqual(expected);
    expect(opened.value.capM).toBe(1_000);
  });

  it('is refused when it is none, of another version, or cut short', () => {
    const refused = (buffer: ArrayBuffer, found: number): void =>
      expect(openBorderIndex(buffer)).toEqual({
        ok: false,
        problem: { kind: 'incompatibleIndex', found, expected: 2 },
      });
    refused(new ArrayBuffer(0), -1);
    refused(new ArrayBuffer(4_096), -1);
    refused(index.buffer.slice(0, index.buffer.byteLength - 8), -1);
    const newer = index.buffer.slice(0);
    new Int32Array(newer, 0, 2)[1] = 99;
    refused(newer, 99);
  });
});

describe('a line of very many segments', () => {
  // Around the middle of a circle every segment may be the nearest.
  const corners = 4_400;
  const circle = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [105.4 + 0.003 * Math.cos(angle), 21.3 + 0.003 * Math.sin(angle)];
  });
  const network = networkOf(collect(unit('00001', [circle]), unit('00002', [box(105.3, 21.2, 105.5, 21.4), circle])));
  const index = borderIndexOf(network, 500);

  it.each([
    ['around its middle', 0.00001, 300],
    ['inside', 0.003, 500],
    ['outside', 0.02, 500],
  ])('agrees with brute force %s', (_, reach, count) => {
    const positions = randomPositions(count, [105.4 - reach, 21.3 - reach, 105.4 + reach, 21.3 + reach], 7);
    const { distanceM, line } = locateOnBorders(index, positions);
    for (let i = 0; i < count; i++) {
      const [least] = distancesToAllLines(network, positions[2 * i]!, positions[2 * i + 1]!, 5_000);
      if (least! > 500) expect([line[i], distanceM[i]]).toEqual([-1, Number.NaN]);
      else expect(distanceM[i]).toBeCloseTo(least!, 3);
    }
  });
});
