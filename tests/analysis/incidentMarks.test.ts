import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumns, encodeIncidents, putIncidents } from '../../src/analysis/incidentColumns';
import { type IncidentFlags, isFlaggedAt } from '../../src/analysis/incidentFlags';
import { type IncidentMark, type MapView, markIncidents } from '../../src/analysis/incidentMarks';
import type { Incident, IncidentId, WallClock } from '../../src/domain';

const AT = '2018-03-05T21:30' as WallClock;
const incidentAt = (i: number, lng: number, lat: number): Incident => ({
  id: `id-${i}` as IncidentId,
  occurred: { from: AT, to: AT },
  reportedOn: null,
  lng,
  lat,
  positionAccuracyM: null,
  positionMethod: 'coordinates',
  category: 'theft',
  kind: 'criminal',
  discovery: 'reported',
  personsInvolved: 1,
  unitCode: null,
  status: 'open',
  summary: '',
  source: { kind: 'manual', name: '', row: null, id: null },
  rev: 1,
});

type Point = readonly [lng: number, lat: number];

function columnsOf(points: readonly Point[]) {
  const columns = emptyColumns();
  putIncidents(columns, encodeIncidents(points.map(([lng, lat], i) => incidentAt(i, lng, lat))));
  return columns;
}

/** Every third incident has a line, every fifth is in a zone of the user. */
function flagsFor(count: number): IncidentFlags {
  const start = new Uint32Array(count + 1);
  for (let i = 0; i < count; i += 1) start[i + 1] = start[i]! + (i % 3 === 0 ? 1 : 0);
  const rows = start[count]!;
  return {
    start,
    line: new Int32Array(rows),
    distanceM: new Float64Array(rows),
    chainageM: new Float64Array(rows),
    side: new Int8Array(rows),
    unit: new Int32Array(count),
    zoneLayers: Uint32Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 1 : 0)),
    certainty: Uint8Array.from({ length: count }, (_, i) => (i % 7 === 0 ? 1 : i % 11 === 0 ? 4 : 0)),
  };
}

const all = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

function mark(points: readonly Point[], view: MapView, slots = all(points.length)): IncidentMark[] {
  return markIncidents(columnsOf(points), slots, flagsFor(points.length), view);
}

const isInside = ([lng, lat]: Point, [west, south, east, north]: MapView['bbox'], margin = 0): boolean =>
  lng >= west - margin && lng <= east + margin && lat >= south - margin && lat <= north + margin;

/** Points in lumps, as incidents lie. */
const pointsArbitrary = fc
  .array(
    fc.record({
      lng: fc.double({ min: 105.3, max: 105.6, noNaN: true }),
      lat: fc.double({ min: 21.2, max: 21.4, noNaN: true }),
      count: fc.integer({ min: 1, max: 20 }),
      step: fc.constantFrom(0, 1e-5, 1e-3),
    }),
    { maxLength: 12 },
  )
  .map((lumps) =>
    lumps.flatMap(({ lng, lat, count, step }) =>
      Array.from({ length: count }, (_, i): Point => [lng + step * i, lat + step * ((i * 7) % 5)]),
    ),
  );
const viewArbitrary = fc.record({
  bbox: fc.tuple(
    fc.double({ min: 105.3, max: 105.45, noNaN: true }),
    fc.double({ min: 21.2, max: 21.3, noNaN: true }),
    fc.double({ min: 105.46, max: 105.6, noNaN: true }),
    fc.double({ min: 21.31, max: 21.4, noNaN: true }),
  ),
  zoom: fc.double({ min: 8, max: 20, noNaN: true }),
});

/** A cell of 56 pixels, in degrees of longitude; degrees of latitude are shorter on the map's plane. */
const cellDeg = (zoom: number): number => (360 * 56) / (512 * 2 ** Math.floor(zoom));

describe('markIncidents', () => {
  it('shows every incident in the view once, alone or counted in the cell that holds it', () => {
    fc.assert(
      fc.property(pointsArbitrary, viewArbitrary, (points, view) => {
        const marks = mark(points, view);
        const singles = marks.flatMap((one) => (one.type === 'incident' ? [one.slot] : []));
        const clusters = marks.flatMap((one) => (one.type === 'cluster' ? [one] : []));
        expect(new Set(singles).size).toBe(singles.length);
        expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
        const rest = all(points.length).filter((slot) => !singles.includes(slot));
        const inNone: number[] = [];
        const counted = clusters.map(() => ({ count: 0, flaggedCount: 0 }));
        for (const slot of rest) {
          const holding = clusters.findIndex(({ bbox }) => isInside(points[slot]!, bbox));
          if (holding < 0) inNone.push(slot);
          else {
            counted[holding]!.count += 1;
            if (isFlaggedAt(flagsFor(points.length), slot)) counted[holding]!.flaggedCount += 1;
          }
        }
        expect(counted).toEqual(clusters.map(({ count, flaggedCount }) => ({ count, flaggedCount })));
        expect(inNone.filter((slot) => isInside(points[slot]!, view.bbox))).toEqual([]);
        for (const { count, lng, lat, bbox } of clusters) {
          expect(count).toBeGreaterThan(6);
          expect(isInside([lng, lat], bbox, 1e-9)).toBe(true);
          expect(Math.max(bbox[2] - bbox[0], bbox[3] - bbox[1])).toBeLessThanOrEqual(cellDeg(view.zoom));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what lies further than two cells from the view, and what the filter leaves out', () => {
    fc.assert(
      fc.property(pointsArbitrary, viewArbitrary, (points, view) => {
        const even = all(points.length).filter((slot) => slot % 2 === 0);
        for (const { lng, lat } of mark(points, view))
          expect(isInside([lng, lat], view.bbox, 2 * cellDeg(view.zoom))).toBe(true);
        const shown = mark(points, { ...view, zoom: 18 }, even);
        expect(shown.every((one) => one.type === 'incident' && one.slot % 2 === 0)).toBe(true);
      }),
    );
  });

  it('counts a crowd in one cell as one mark, six as six', () => {
    const view: MapView = { bbox: [105.3, 21.2, 105.6, 21.4], zoom: 12 };
    const crowd = Array.from({ length: 7 }, (): Point => [105.45, 21.3]);
    const [only, ...rest] = mark(crowd, view);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ type: 'cluster', count: 7, flaggedCount: 4 });
    expect([only!.lng, only!.lat]).toEqual([expect.closeTo(105.45, 9), expect.closeTo(21.3, 9)]);
    expect(mark(crowd.slice(1), view).map(({ type }) => type)).toEqual(Array(6).fill('incident'));
  });

  it('takes crowds apart from zoom 18 on', () => {
    const crowd = Array.from({ length: 40 }, (): Point => [105.45, 21.3]);
    const at = (zoom: number) =>
      mark(crowd, { bbox: [105.449, 21.299, 105.451, 21.301], zoom }).map(({ type }) => type);
    expect(at(17.9)).toEqual(['cluster']);
    expect(at(18)).toEqual(Array(40).fill('incident'));
  });

  it('gives the same marks where two views of one zoom overlap', () => {
    fc.assert(
      fc.property(
        pointsArbitrary,
        fc.integer({ min: 8, max: 17 }),
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (points, zoom, shift, fraction) => {
          const here: MapView = { bbox: [105.35, 21.25, 105.5, 21.35], zoom };
          const there: MapView = { bbox: [105.35 + shift, 21.25, 105.5 + shift, 21.35], zoom: zoom + fraction };
          const seen: MapView['bbox'] = [105.4, 21.25, 105.45, 21.35];
          const inBoth = (marks: readonly IncidentMark[]) =>
            new Map(marks.filter(({ lng, lat }) => isInside([lng, lat], seen)).map((one) => [one.id, one]));
          expect(inBoth(mark(points, there))).toEqual(inBoth(mark(points, here)));
        },
      ),
    );
  });
});
