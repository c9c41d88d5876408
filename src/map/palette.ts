import type { Category } from '../domain';
import type { MapTheme } from './types';

/** Every colour that is drawn on the map. */
export interface MapPalette {
  /** What lies beyond the data. */
  readonly ground: string;
  /** The light tints of the districts, chosen by a unit's `tint`. */
  readonly tints: readonly string[];
  /** The same tints for members of the cluster. */
  readonly memberTints: readonly string[];
  readonly contextFill: string;
  readonly hatch: string;
  readonly unitText: string;
  readonly memberText: string;
  readonly contextText: string;
  readonly districtText: string;
  readonly placeText: string;
  readonly halo: string;
  readonly line: string;
  readonly communeLine: string;
  readonly contextLine: string;
  /** Lines of the cluster: between members, and of members towards the outside. */
  readonly clusterInner: string;
  readonly clusterOuter: string;
  readonly lineCasing: string;
  readonly coverageEdge: string;
  readonly river: string;
  readonly riverText: string;
  readonly zone: string;
  /** What is pointed at or chosen: the accent, apart from that of the lines. */
  readonly highlight: string;
  readonly mark: string;
  readonly markText: string;
  /** Around a counted mark: the share that is flagged, and the rest. */
  readonly markRing: string;
  readonly markRest: string;
  /** Ring of an incident whose flag is in doubt. */
  readonly unsure: string;
  readonly sketch: string;
  /** Seven steps of more, from weak to strong, one hue; and seven of less. */
  readonly heat: readonly string[];
  readonly cool: readonly string[];
  readonly heatEdge: string;
  readonly stretch: string;
  readonly stretchCasing: string;
  /** Of teams, told apart by their names besides. */
  readonly routes: readonly string[];
  /** Ground of a hollow symbol. */
  readonly symbolGround: string;
  /** Thin rim that parts a filled symbol from any ground. */
  readonly symbolRim: string;
  /** Hairline around every symbol, so that pale colours keep a shape. */
  readonly symbolEdge: string;
}

const light: MapPalette = {
  ground: '#e9eeee',
  tints: ['#f7f6f1', '#f1f4f0', '#f4f2f6'],
  memberTints: ['#eae7da', '#dfe8dd', '#e6e1eb'],
  contextFill: '#eff1f1',
  hatch: '#dde2e2',
  unitText: '#3f4b4a',
  memberText: '#141d1c',
  contextText: '#5a6665',
  districtText: '#71807e',
  placeText: '#586463',
  halo: '#fbfbf8',
  line: '#47514f',
  communeLine: '#87918f',
  contextLine: '#a9b2b2',
  clusterInner: '#0c5b5b',
  clusterOuter: '#2b8583',
  lineCasing: '#fdfdfb',
  coverageEdge: '#8f9a9a',
  river: '#c8d9e2',
  riverText: '#4f6d80',
  zone: '#1b7f7d',
  highlight: '#0f8d88',
  mark: '#17211f',
  markText: '#ffffff',
  markRing: '#10857f',
  markRest: '#e3e9e8',
  unsure: '#a86f0c',
  sketch: '#7a1f6b',
  heat: ['#dcd3ee', '#c2b0e2', '#a78dd4', '#8c6bc4', '#7149b0', '#572c95', '#3b1474'],
  cool: ['#d3e3ee', '#b2cfe2', '#8fb9d4', '#6aa1c4', '#4686b0', '#2a6a94', '#144d73'],
  heatEdge: '#3b1474',
  stretch: '#a3123f',
  stretchCasing: '#ffffff',
  routes: ['#0b6bb0', '#b03060', '#1d7a46', '#6a4bb8', '#7a4a3a', '#3d5a66'],
  symbolGround: '#ffffff',
  symbolRim: '#ffffff',
  symbolEdge: 'rgba(20, 30, 30, 0.55)',
};

const dark: MapPalette = {
  ground: '#0d1313',
  tints: ['#1a2121', '#1a2220', '#1e2026'],
  memberTints: ['#2c302b', '#263129', '#2e2c38'],
  contextFill: '#131919',
  hatch: '#1d2525',
  unitText: '#c3cdcc',
  memberText: '#f1f6f5',
  contextText: '#8b9897',
  districtText: '#7d8b89',
  placeText: '#9fadab',
  halo: '#121818',
  line: '#b4bfbe',
  communeLine: '#6f7b7a',
  contextLine: '#4b5857',
  clusterInner: '#63c4bd',
  clusterOuter: '#3f9b95',
  lineCasing: '#0f1515',
  coverageEdge: '#5f6d6c',
  river: '#2c4351',
  riverText: '#9fb9c9',
  zone: '#4fb6af',
  highlight: '#2a9690',
  mark: '#dfe8e7',
  markText: '#14201f',
  markRing: '#1f8a84',
  markRest: '#223030',
  unsure: '#e9ae3d',
  sketch: '#f0a6e2',
  heat: ['#2f2848', '#443566', '#5c4488', '#7757ab', '#946fcb', '#b38fe3', '#d6bdf7'],
  cool: ['#1f3341', '#24475e', '#2a5d7c', '#34769c', '#4a92bb', '#6fb0d6', '#a3d2ec'],
  heatEdge: '#e2d2fb',
  stretch: '#ff7aa2',
  stretchCasing: '#0d1313',
  routes: ['#6db6f2', '#f08bb0', '#6fcf97', '#b8a1f0', '#d8a797', '#a9c3cf'],
  symbolGround: '#141b1b',
  symbolRim: '#0d1313',
  symbolEdge: 'rgba(235, 245, 245, 0.4)',
};

/** How many colours tell teams apart. */
export const ROUTE_TONES = light.routes.length;

export const MAP_PALETTES: Record<MapTheme, MapPalette> = { light, dark };

export interface CategoryColor {
  readonly fill: string;
  /** Of the sign on the fill, at least 3 : 1 against it. */
  readonly sign: string;
}

const INK = '#141b1b';
const PAPER = '#ffffff';

/**
 * Okabe and Ito's eight colours and two greys, told apart with any colour vision; each category has its own sign besides.
 * @source Okabe and Ito 2008, Color Universal Design
 */
const CATEGORY_COLORS: Record<Category, CategoryColor> = {
  drugs: { fill: '#d55e00', sign: PAPER },
  theft: { fill: '#0072b2', sign: PAPER },
  loanSharking: { fill: '#cc79a7', sign: INK },
  landDispute: { fill: '#f0e442', sign: INK },
  traffic: { fill: '#56b4e9', sign: INK },
  socialVice: { fill: '#e69f00', sign: INK },
  trafficking: { fill: '#1c1c1c', sign: PAPER },
  environment: { fill: '#009e73', sign: PAPER },
  publicOrder: { fill: '#6f7878', sign: PAPER },
  other: { fill: '#b4bcbc', sign: INK },
};

/** In the dark, Okabe and Ito's black becomes its counterpart. */
const DARK_TRAFFICKING: CategoryColor = { fill: '#f2f2f2', sign: INK };

/** The colours of a category's symbol. */
export function categoryColor(category: Category, theme: MapTheme): CategoryColor {
  return category === 'trafficking' && theme === 'dark' ? DARK_TRAFFICKING : CATEGORY_COLORS[category];
}
