import type { Category, IncidentKind } from '../domain';
import { categoryColor, MAP_PALETTES } from './palette';
import type { MapTheme } from './types';

/** Side of the square in which every symbol is drawn. */
export const SYMBOL_BOX = 24;
/** Side at which a symbol is shown on the map, in CSS pixels. */
export const SYMBOL_PX = 22;

/** The outline tells the kind: a case is a diamond, a violation a disc. */
const OUTLINES: Record<IncidentKind, string> = {
  criminal: 'M12 1.9 L21.6 11.5 Q22.1 12 21.6 12.5 L12 22.1 L2.4 12.5 Q1.9 12 2.4 11.5 Z',
  administrative: 'M12 2.6 A9.4 9.4 0 1 1 12 21.4 A9.4 9.4 0 1 1 12 2.6 Z',
};

/** The sign tells the category, with strokes only. */
const SIGNS: Record<Category, string> = {
  // a capsule
  drugs: 'M8.6 15.4 L15.4 8.6 M8 12.6 L12.4 8.2 A2.4 2.4 0 0 1 15.8 11.6 L11.4 16 A2.4 2.4 0 0 1 8 12.6 Z',
  // a padlock
  theft: 'M8.4 11.6 H15.6 V16 H8.4 Z M9.8 11.4 V9.8 A2.2 2.2 0 0 1 14.2 9.8 V11.4',
  // a percent sign
  loanSharking: 'M15.4 8.4 L8.6 15.6 M8.7 9.2 h0.9 v0.9 h-0.9 Z M14.4 13.9 h0.9 v0.9 h-0.9 Z',
  // a parcel cut in two
  landDispute: 'M8.2 8.2 H15.8 V15.8 H8.2 Z M12 8.2 L10.6 11 L13.4 13 L12 15.8',
  // two lanes of arrows
  traffic: 'M8.4 10.6 L12 7.4 L15.6 10.6 M8.4 15.8 L12 12.6 L15.6 15.8',
  // a die showing three
  socialVice: 'M8.8 8.8 h0.7 v0.7 h-0.7 Z M11.7 11.7 h0.7 v0.7 h-0.7 Z M14.6 14.6 h0.7 v0.7 h-0.7 Z',
  // led away
  trafficking: 'M7.6 12 H15.6 M12.4 8.4 L16 12 L12.4 15.6',
  // a leaf with its vein
  environment: 'M8.4 15.8 C7.4 10.6 10.6 8 16 8 C16 13.4 13.6 16.6 8.4 15.8 Z M8 16.4 L13 11',
  // an exclamation mark
  publicOrder: 'M12 7.2 V12.8 M12 15.8 V16.1',
  // three dots
  other: 'M8.4 11.9 h0.2 M12 11.9 h0.2 M15.6 11.9 h0.2',
};

export interface SymbolLook {
  readonly category: Category;
  readonly kind: IncidentKind;
  readonly isFlagged: boolean;
}

/** A symbol in the terms that SVG and canvas share. */
export interface SymbolShape {
  readonly outline: string;
  readonly sign: string;
  readonly fill: string;
  /** Drawn first, a little wider than the rim. */
  readonly edge: string;
  readonly edgeWidth: number;
  readonly rim: string;
  readonly rimWidth: number;
  readonly signColor: string;
  readonly signWidth: number;
}

/**
 * A flagged incident's symbol is filled with its category's colour; another's is hollow.
 * @returns paths in a square of `SYMBOL_BOX`, and their colours
 */
export function symbolShape(look: SymbolLook, theme: MapTheme): SymbolShape {
  const color = categoryColor(look.category, theme);
  const palette = MAP_PALETTES[theme];
  return {
    outline: OUTLINES[look.kind],
    sign: SIGNS[look.category],
    fill: look.isFlagged ? color.fill : palette.symbolGround,
    edge: palette.symbolEdge,
    edgeWidth: look.isFlagged ? 2.6 : 3,
    rim: look.isFlagged ? palette.symbolRim : color.fill,
    rimWidth: look.isFlagged ? 1.4 : 1.8,
    signColor: look.isFlagged ? color.sign : palette.unitText,
    signWidth: look.isFlagged ? 1.9 : 1.5,
  };
}

/** Name of the symbol's image in the map's style. */
export const symbolImageId = ({ category, kind, isFlagged }: SymbolLook): string =>
  `incident:${category}:${kind}:${isFlagged ? 'flagged' : 'plain'}`;

/** How big a counted mark is drawn, by what it counts. */
export const CLUSTER_SIZES = [
  { from: 0, diameterPx: 26 },
  { from: 25, diameterPx: 32 },
  { from: 250, diameterPx: 40 },
  { from: 2500, diameterPx: 48 },
] as const;

/** The flagged share of a counted mark is drawn in this many steps; any share above none shows at least one. */
export const SHARE_STEPS = 16;

/** Name of the image of a counted mark: ring size and flagged share. */
export const clusterImageId = (size: number, share: number): string => `cluster:${size}:${share}`;

export function parseImageId(
  id: string,
):
  | { readonly type: 'incident'; readonly look: SymbolLook }
  | { readonly type: 'cluster'; readonly diameterPx: number; readonly share: number }
  | { readonly type: 'hatch' }
  | null {
  const [type, a, b, c] = id.split(':');
  if (type === 'hatch') return { type };
  if (type === 'cluster') {
    const size = CLUSTER_SIZES[Number(a)];
    return size ? { type, diameterPx: size.diameterPx, share: Number(b) / SHARE_STEPS } : null;
  }
  if (type !== 'incident' || !a || !Object.hasOwn(SIGNS, a) || !b || !Object.hasOwn(OUTLINES, b)) return null;
  return { type, look: { category: a as Category, kind: b as IncidentKind, isFlagged: c === 'flagged' } };
}
