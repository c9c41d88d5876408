import { describe, expect, it } from 'vitest';
import { keepRowsInScope } from '../../../src/analysis/clusterLines';
import { cellPositions, densityGridOf } from '../../../src/analysis/hotspots/densityGround';
import { placeAt, sliceCourse } from '../../../src/analysis/hotspots/lineCourses';
import { makeLinePieces } from '../../../src/analysis/hotspots/linePieces';
import { zonePopulation } from '../../../src/analysis/hotspots/zonePopulation';
import { findBorderZones, locateOnBorders } from '../../../src/geo';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { edition, facts, ground, inScope, members, zoneM, zones } from './held';

const { info } = edition;

describe('the ground of hotspots', () => {
  it('is the land of the members and of their neighbours', () => {
    const wanted = new Set(members);
    for (const { leftUnit, rightUnit } of info.lines) {
      if (members.has(leftUnit)) wanted.add(rightUnit);
      if (members.has(rightUnit)) wanted.add(leftUnit);
    }
    expect([...ground.isArea.keys()].filter((unit) => ground.isArea[unit] === 1)).toEqual(
      [...wanted].sort((a, b) => a - b),
    );
  });

  it('has round cells at whole multiples of their side, which cover it', () => {
    const { minX, minY, cellM, columns, rows } = ground.grid;
    expect(minX / cellM).toBe(Math.round(minX / cellM));
    expect(minY / cellM).toBe(Math.round(minY / cellM));
    expect(columns * rows).toBeLessThanOrEqual(512 * 512);
    expect(minX).toBeLessThan(ground.bbox[0]);
    expect(minX + columns * cellM).toBeGreaterThan(ground.bbox[2]);
    expect(minY + rows * cellM).toBeGreaterThan(ground.bbox[3]);
    expect(densityGridOf({ bbox: [0, 0, 400_000, 400_000] }).columns).toBeLessThanOrEqual(512);
  });

  it('gives each cell the line that the kernel finds nearest, and the side of its unit', () => {
    const positions = cellPositions(ground, ground.grid);
    const zones = findBorderZones(edition.borderIndex, positions, { zoneM });
    if (!zones.ok) throw new Error('no zones');
    const rows = keepRowsInScope(zones.value, inScope);
    let [held, other] = [0, 0];
    for (let cell = 0; cell < facts.line.length; cell += 41) {
      const row = rows.start[cell]!;
      const isHeld = rows.start[cell + 1]! > row;
      if (!isHeld) {
        // Planar and geodesic distances may part at the very edge of a zone.
        if (facts.line[cell]! >= 0)
          expect(facts.distanceM[cell]).toBeGreaterThan(zoneM[ground.levels[facts.line[cell]!]!] - 0.2);
        continue;
      }
      held += 1;
      expect(Math.abs(facts.distanceM[cell]! - rows.distanceM[row]!)).toBeLessThan(0.2);
      if (facts.line[cell] !== rows.line[row]) other += 1;
      const { leftUnit, rightUnit } = info.lines[facts.line[cell]!]!;
      const unit = facts.unit[cell]!;
      if (unit === leftUnit || unit === rightUnit) expect(facts.side[cell]).toBe(unit === leftUnit ? 1 : -1);
    }
    expect(held).toBeGreaterThan(300);
    // Where three units meet two lines are equally near.
    expect(other / held).toBeLessThan(0.01);
  });

  it('finds places by chainage that lie on their line, there', () => {
    info.lines.forEach(({ lengthM }, line) => {
      for (const share of [0.03, 0.5, 0.91]) {
        const place = placeAt(ground.courses, line, share * lengthM);
        const found = locateOnBorders(edition.borderIndex, new Float64Array(place));
        expect(found.distanceM[0]).toBeLessThan(0.01);
        if (found.line[0] === line) expect(Math.abs(found.chainageM[0]! - share * lengthM)).toBeLessThan(0.5);
      }
    });
  });

  it('cuts pieces of a line that are as long as they should be, either way', () => {
    info.lines.slice(0, 40).forEach(({ lengthM }, line) => {
      const [fromM, toM] = [0.2 * lengthM, 0.7 * lengthM];
      const course = sliceCourse(ground.courses, { line, fromM, toM });
      let sum = 0;
      for (let i = 1; i < course.length; i += 1) sum += geodesicLengthM(course[i - 1]!, course[i]!);
      expect(Math.abs(sum - (toM - fromM))).toBeLessThan(0.001 * lengthM + 0.1);
      expect(sliceCourse(ground.courses, { line, fromM: toM, toM: fromM })).toEqual(course.toReversed());
    });
  });

  it('shares people out by area: no zone holds more than its units do', () => {
    const people = zonePopulation(ground, facts, { pieces: makeLinePieces(ground, null), zones });
    info.lines.forEach(({ leftUnit, rightUnit }, line) => {
      if (inScope[line] === 0 || Number.isNaN(people[line]!)) return;
      expect(people[line]).toBeGreaterThanOrEqual(0);
      const [left, right] = [info.units[leftUnit]!, info.units[rightUnit]!];
      // Zones also reach into the units beyond at a line's ends.
      expect(people[line]).toBeLessThan(3 * ((left.population2019 ?? 0) + (right.population2019 ?? 0)) + 1);
    });
  });
});
