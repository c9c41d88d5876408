import type { Category, IncidentKind, Level, ZoneDistances } from '../../domain';
import type { Formatter, Messages, TermWords } from '../../i18n';
import {
  countedSample,
  edgeSample,
  type LegendSample,
  labelSample,
  lineSample,
  placeSample,
  riverSample,
  symbolSample,
  unitSample,
  unsureSample,
  zoneSample,
} from '../../map/legendSamples';
import type { MapLayerGroup, MapTheme } from '../../map/types';
import type { LegendEdition } from './legendEdition';

/** A row of the legend, as screen, paper and pictures show it. */
export interface LegendRow {
  readonly id: string;
  /** The part of the map that it stands for and that is shown and hidden by it; null: a sign in such parts. */
  readonly group: MapLayerGroup | null;
  /** It is on the map while one of these is shown. */
  readonly needs: readonly MapLayerGroup[];
  readonly sample: LegendSample | null;
  readonly text: string;
  readonly hint?: string;
  readonly count?: string;
}

/** What the legend tells of the incidents; the counts are those that the map shows. */
export interface LegendIncidents {
  readonly total: number;
  /** Of which in a zone. */
  readonly flagged: number;
  /** Whose flag is in doubt. */
  readonly doubtful: number;
  /** Categories that are missing or zero do not occur and are not listed. */
  readonly byCategory: ReadonlyMap<string, number>;
}

export interface LegendWords {
  readonly messages: Pick<Messages, 'layers' | 'boundaries'>;
  readonly format: Pick<Formatter, 'count' | 'distance' | 'metres'>;
  readonly theme: MapTheme;
}

const LINE_GROUP = { commune: 'linesCommune', district: 'linesDistrict', province: 'linesProvince' } as const;
const ZONE_GROUP = { commune: 'zoneCommune', district: 'zoneDistrict', province: 'zoneProvince' } as const;
const NO_BREAK = '\u00a0';

const sign = (id: string, needs: readonly MapLayerGroup[], sample: LegendSample, text: string): LegendRow => ({
  id,
  group: null,
  needs,
  sample,
  text,
});

/** Shape by kind, filled where flagged. */
export function incidentRows(
  { total, flagged, doubtful }: LegendIncidents,
  { messages, format, theme }: LegendWords,
): LegendRow[] {
  const { layers } = messages;
  const needs = ['incidents'] as const;
  const symbol = (category: Category, kind: IncidentKind, isFlagged: boolean): LegendSample =>
    symbolSample(theme, { category, kind, isFlagged });
  return [
    {
      id: 'incidents',
      group: 'incidents',
      needs,
      sample: null,
      text: layers.incidentsShown,
      hint: total === 0 ? layers.incidentsNone : layers.incidentCount(format.count(total), format.count(flagged)),
    },
    sign('criminal', needs, symbol('other', 'criminal', false), layers.criminal),
    sign('administrative', needs, symbol('other', 'administrative', false), layers.administrative),
    sign('flagged', needs, symbol('theft', 'administrative', true), layers.flagged),
    sign('unflagged', needs, symbol('theft', 'administrative', false), layers.unflagged),
    ...(doubtful > 0 ? [sign('unsure', needs, unsureSample(theme), layers.unsure)] : []),
    sign('counted', needs, countedSample(theme), layers.counted),
  ];
}

/** Colour and sign by category, of those that occur. */
export function categoryRows(
  { byCategory }: LegendIncidents,
  { format, theme, terms }: LegendWords & { readonly terms: TermWords },
): LegendRow[] {
  return terms.lists.category
    .filter(({ id }) => (byCategory.get(id) ?? 0) > 0)
    .map(({ id, look }) => ({
      ...sign(
        id,
        ['incidents'],
        symbolSample(theme, { category: look, kind: 'administrative', isFlagged: true }),
        terms.name(id),
      ),
      count: format.count(byCategory.get(id) ?? 0),
    }));
}

/** Border lines: weight by level, accent for the cluster's, dashes where the course is approximate. */
export function lineRows(facts: LegendEdition, { messages, format, theme }: LegendWords): LegendRow[] {
  const { layers, boundaries } = messages;
  const { levels, approximate } = facts;
  const groupsOf = (some: readonly Level[]): MapLayerGroup[] => some.map((level) => LINE_GROUP[level]);
  const all = groupsOf(levels);
  /** The level whose weight shows the accent and the dashes best. */
  const middle: Level = levels.includes('district') ? 'district' : (levels.at(-1) ?? 'commune');
  const dashed: Level = approximate?.levels.includes('district') ? 'district' : (approximate?.levels[0] ?? 'commune');
  return [
    ...levels.map((level) => ({
      id: level,
      group: LINE_GROUP[level],
      needs: [LINE_GROUP[level]],
      sample: lineSample(theme, { level }),
      text: boundaries.level[level],
      hint: layers.lineHint[level],
    })),
    sign('inner', all, lineSample(theme, { level: middle, clusterLine: 'inner' }), layers.inner),
    sign('outer', all, lineSample(theme, { level: middle, clusterLine: 'outer' }), layers.outer),
    ...(approximate
      ? [
          sign(
            'approximate',
            groupsOf(approximate.levels),
            lineSample(theme, { level: dashed, exactness: 'approximate' }),
            layers.approximate(facts.id, format.distance(approximate.usualM), format.distance(approximate.worstM)),
          ),
        ]
      : []),
    ...(facts.hasContext
      ? [sign('contextLine', all, lineSample(theme, { level: middle, isCore: false }), layers.contextLine)]
      : []),
    sign('coverageEdge', ['units'], edgeSample(theme), layers.coverageEdge),
  ];
}

/** The zones, a row per level that occurs, with the distance that holds now. */
export function zoneRows(
  facts: LegendEdition,
  { messages, format, theme, zoneM }: LegendWords & { readonly zoneM: ZoneDistances },
): LegendRow[] {
  return facts.levels.map((level) => ({
    id: level,
    group: ZONE_GROUP[level],
    needs: [ZONE_GROUP[level]],
    sample: zoneSample(theme, level),
    text: messages.layers.zone[level](format.metres(zoneM[level]).replace(' ', NO_BREAK)),
  }));
}

/** The land below and what names it. */
export function baseRows(facts: LegendEdition, { messages, theme }: LegendWords): LegendRow[] {
  const { layers } = messages;
  const part = (group: MapLayerGroup, text: string, more: Partial<LegendRow> = {}): LegendRow => ({
    id: group,
    group,
    needs: [group],
    sample: null,
    text,
    ...more,
  });
  return [
    part('units', layers.units),
    sign('member', ['units'], unitSample(theme, 'member'), layers.member),
    sign('core', ['units'], unitSample(theme, 'core'), layers.core),
    ...(facts.hasContext ? [sign('context', ['units'], unitSample(theme, 'context'), layers.context)] : []),
    part('unitLabels', layers.labels, { sample: labelSample(theme, layers.labelSample), hint: layers.labelsHint }),
    part('rivers', layers.rivers, { sample: riverSample(theme), hint: layers.riversHint }),
    part('places', layers.places, { sample: placeSample(theme), hint: layers.placesHint }),
  ];
}
