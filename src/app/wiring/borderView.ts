import type { Feature, FeatureCollection, Point } from 'geojson';
import type { IncidentFilter, NumberRange } from '../../analysis/incidentFilter';
import type { IncidentMark } from '../../analysis/incidentMarks';
import type { MembersInEdition } from '../../analysis/membersInEdition';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Category, CategoryId, Layer, PlainDate, Problem, ZoneDistances } from '../../domain';
import type { MapContent, MarkProperties, UnitLabelProperties } from '../../map/types';
import { type DayRange, NO_UNIT, type SessionFilter } from '../../store';
import type { QuerySummary } from '../../workers/borderAnswers';

/** All that screens read of borders and incidents. Each part is the same object until it changes. */
export interface BorderView {
  readonly info: EditionInfo | null;
  /** What units are called, by code; the edition shown has the last word, its units' other lives come before it. */
  readonly unitNames: ReadonlyMap<string, string>;
  /** The day for which membership is looked up: today, or the last day of an edition that is past. */
  readonly asOf: PlainDate | null;
  readonly members: MembersInEdition;
  readonly unitSources: Pick<MapContent, 'units' | 'borderLines' | 'coverageEdge' | 'zoneLines'>;
  readonly unitLabels: MapContent['unitLabels'];
  readonly rivers: string | null;
  readonly places: string | null;
  readonly zones: MapContent['zones'];
  /** Distances whose shapes are not drawn yet: the map widens the lines itself so long. */
  readonly undrawnM: ZoneDistances | null;
  readonly marks: FeatureCollection<Point, MarkProperties> | null;
  /** The same, as the engine gave them. */
  readonly rawMarks: readonly IncidentMark[];
  /** Goes up whenever other incidents are chosen together on the map. */
  readonly chosenVersion: number;
  readonly summary: QuerySummary | null;
  /** What the answer was filtered by: behind what the session wants while somebody types. */
  readonly answered: SessionFilter;
  /** Incidents read so far while the register is being read; null when it is read. */
  readonly reading: number | null;
  readonly problem: Problem | null;
}

export const EMPTY_VIEW: BorderView = {
  info: null,
  unitNames: new Map(),
  asOf: null,
  members: { units: [], unplaced: [] },
  unitSources: { units: null, borderLines: null, coverageEdge: null },
  unitLabels: null,
  rivers: null,
  places: null,
  zones: null,
  undrawnM: null,
  marks: null,
  rawMarks: [],
  chosenVersion: 0,
  summary: null,
  answered: {},
  reading: 0,
  problem: null,
};

/** The session names lines and units by what they are called for good, the engine by their number in the edition; days it counts. */
export function toEngineFilter(filter: SessionFilter, layers: readonly Layer[], info: EditionInfo): IncidentFilter {
  const { line, stretch, sideUnit, unit, zoneLayer, handling, occurred, reported, distance, accuracy, ...same } =
    filter;
  const zones = layers.filter(({ zoneM }) => zoneM !== null);
  const placesIn = (ids: readonly string[], list: readonly string[]): number[] => ids.map((id) => list.indexOf(id));
  const codes = info.units.map(({ code }) => code);
  return {
    ...same,
    ...(line && {
      line: placesIn(
        line,
        info.lines.map(({ id }) => id),
      ),
    }),
    ...(stretch && {
      stretch: stretch.map(({ line: id, ...span }) => ({
        line: info.lines.findIndex((each) => each.id === id),
        ...span,
      })),
    }),
    ...(sideUnit && { sideUnit: placesIn(sideUnit, codes) }),
    ...(unit && { unit: placesIn(unit, codes) }),
    ...(zoneLayer && {
      zoneLayer: placesIn(
        zoneLayer,
        zones.map(({ id }) => id),
      ),
    }),
    ...(handling && { handling: handling.map((code) => (code === NO_UNIT ? -1 : Number(code))) }),
    ...(occurred && { occurredDay: daysOf(occurred) }),
    ...(reported && { reportedDay: daysOf(reported) }),
    ...(distance && { distanceM: distance }),
    ...(accuracy && { accuracyM: accuracy }),
  };
}

function daysOf({ from, to }: DayRange): NumberRange {
  const day = (date: PlainDate): number => Date.parse(date) / 86_400_000;
  return { ...(from && { from: day(from) }), ...(to && { to: day(to) }) };
}

/** A code may name different units in different editions: what was known stays where this edition says nothing. */
export function namesOf(info: EditionInfo, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new Map(before);
  for (const { predecessors, predecessorNames } of info.units) {
    predecessors.forEach((code, i) => {
      if (!names.has(code)) names.set(code, predecessorNames[i] ?? code);
    });
  }
  for (const { code, name } of info.units) names.set(code, name);
  return names;
}

export function labelsOf(
  info: EditionInfo,
  members: ReadonlySet<string>,
): FeatureCollection<Point, UnitLabelProperties> {
  const units = info.units.map(
    (unit): Feature<Point, UnitLabelProperties> => ({
      type: 'Feature',
      properties: {
        code: unit.code,
        name: unit.shortName,
        rank: members.has(unit.code) ? 'member' : unit.isCore ? 'core' : 'context',
      },
      geometry: { type: 'Point', coordinates: [...unit.label] },
    }),
  );
  const districts = [...new Set(info.units.flatMap((unit) => (unit.district && unit.isCore ? [unit.district] : [])))];
  const districtLabels = districts.map((district): Feature<Point, UnitLabelProperties> => {
    const own = info.units.filter((unit) => unit.district === district);
    const mean = (axis: 0 | 1): number => own.reduce((sum, unit) => sum + unit.label[axis], 0) / own.length;
    return {
      type: 'Feature',
      properties: { code: district, name: district, rank: 'district' },
      geometry: { type: 'Point', coordinates: [mean(0), mean(1)] },
    };
  });
  return { type: 'FeatureCollection', features: [...units, ...districtLabels] };
}

/** @param look  how a category looks on the map */
export function markCollection(
  marks: readonly IncidentMark[],
  look: (id: CategoryId) => Category,
): FeatureCollection<Point, MarkProperties> {
  return {
    type: 'FeatureCollection',
    features: marks.map((mark) => ({
      type: 'Feature',
      properties: markProperties(mark, look),
      geometry: { type: 'Point', coordinates: [mark.lng, mark.lat] },
    })),
  };
}

function markProperties(mark: IncidentMark, look: (id: CategoryId) => Category): MarkProperties {
  if (mark.type === 'cluster') return { id: mark.id, count: mark.count, flaggedCount: mark.flaggedCount };
  const { id, category, kind, isFlagged, doubt, isSimulated, slot } = mark;
  return { id, category: look(category), kind, isFlagged, isUnsure: doubt !== null, isSimulated, index: slot };
}
