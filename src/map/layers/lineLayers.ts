import type { Level } from '../../domain';
import { byState, byZoom, type Expression, type Layer, paletteOf, type StyleState, shown } from '../styleState';

const LINE_GROUPS = { commune: 'linesCommune', district: 'linesDistrict', province: 'linesProvince' } as const;

const LEVELS_UP: readonly Level[] = ['commune', 'district', 'province'];

/** Widths in pixels at zoom 9, 12 and 16. */
export const LINE_WIDTHS: Record<Level, readonly [number, number, number]> = {
  commune: [0.5, 1, 1.8],
  district: [0.9, 2, 3.6],
  province: [1.8, 3.6, 6],
};

/** Dash and gap of an approximate line, in widths of the line. */
export const DASHES: Record<Level, readonly [number, number]> = {
  commune: [4, 2.5],
  district: [3, 1.6],
  province: [3, 1.6],
};

const isCluster: Expression = ['!=', ['get', 'clusterLine'], 'none'];
const isCore: Expression = ['==', ['get', 'isCore'], true];
/** How much wider the cluster's lines are drawn, those between members most; thin levels gain most, so that the accent shows. */
export const EMPHASIS: Record<Level, readonly [inner: number, outer: number]> = {
  commune: [2, 1.7],
  district: [1.5, 1.3],
  province: [1.35, 1.2],
};
const emphasis = (level: Level): Expression => {
  const [inner, outer] = EMPHASIS[level];
  return ['match', ['get', 'clusterLine'], 'inner', inner, 'outer', outer, 1];
};

/** Border lines, the heroes: weight by level, accent for the cluster's, dashes for an approximate course. */
export function borderLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const color: Expression = [
    'match',
    ['get', 'clusterLine'],
    'inner',
    palette.clusterInner,
    'outer',
    palette.clusterOuter,
    [
      'case',
      ['!', isCore],
      palette.contextLine,
      ['==', ['get', 'level'], 'commune'],
      palette.communeLine,
      palette.line,
    ],
  ];
  const casings = LEVELS_UP.map((level): Layer => {
    const [at9, at12, at16] = LINE_WIDTHS[level];
    return {
      id: `line-casing-${level}`,
      type: 'line',
      source: 'lines',
      filter: ['all', ['==', ['get', 'level'], level], isCore, ['any', isCluster, level !== 'commune']],
      layout: { visibility: shown(state, LINE_GROUPS[level]), 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.lineCasing,
        'line-width': byZoom(at9 + 1, at12 + 2, at16 + 3, emphasis(level)),
        'line-opacity': 0.7,
      },
    };
  });
  const strokes = LEVELS_UP.flatMap((level) =>
    (['exact', 'approximate'] as const).map((exactness): Layer => {
      const [at9, at12, at16] = LINE_WIDTHS[level];
      const isDashed = exactness === 'approximate';
      return {
        id: `line-${level}-${exactness}`,
        type: 'line',
        source: 'lines',
        filter: ['all', ['==', ['get', 'level'], level], ['==', ['get', 'exactness'], exactness]],
        layout: {
          visibility: shown(state, LINE_GROUPS[level]),
          'line-join': 'round',
          'line-cap': isDashed ? 'butt' : 'round',
          'line-sort-key': ['match', ['get', 'clusterLine'], 'inner', 2, 'outer', 1, 0],
        },
        paint: {
          'line-color': color,
          'line-width': byZoom(at9, at12, at16, emphasis(level)),
          ...(isDashed && { 'line-dasharray': [...DASHES[level]] }),
        },
      };
    }),
  );
  return [
    {
      id: 'coverage-edge',
      type: 'line',
      source: 'coverageEdge',
      layout: { visibility: shown(state, 'units'), 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.coverageEdge,
        'line-width': byZoom(0.8, 1.2, 2),
        'line-dasharray': [0.1, 3],
        'line-opacity': 0.8,
      },
    },
    {
      id: 'line-state',
      type: 'line',
      source: 'lines',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.highlight,
        'line-width': byZoom(9, 15, 22),
        'line-opacity': byState(0.9, 0.55, 0),
      },
    },
    // Below the lines, so that a dashed one stays dashed.
    {
      id: 'unit-outline',
      type: 'line',
      source: 'units',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.clusterInner,
        'line-width': byZoom(4, 7, 11),
        'line-opacity': byState(0.45, 0.25, 0),
      },
    },
    ...casings,
    ...strokes,
  ];
}
