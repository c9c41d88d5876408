import { joinBoxes } from '../../../analysis/openEdition';
import type { Camera } from '../../../store';
import type { Services } from '../../services';

/** A world is so many CSS pixels wide at zoom 0. */
const WORLD_PX = 512;
/** What a map beside words has at least. */
const WIDTH_PX = 800;
const HEIGHT_PX = 600;
const DEGREE = Math.PI / 180;

/** Where a map of usual size shows all members; null while there are none. */
export function clusterCamera({ border }: Pick<Services, 'border'>): Camera | null {
  const { info, members } = border.view.getSnapshot();
  const codes = new Set<string>(members.units.map(({ code }) => code));
  const boxes = info?.units.filter(({ code }) => codes.has(code)).map(({ bbox }) => bbox) ?? [];
  if (boxes.length === 0) return null;
  const [west, south, east, north] = joinBoxes(boxes);
  const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * DEGREE) / 2)) / DEGREE;
  const [low, high] = [mercator(south), mercator(north)];
  const middle = (2 * Math.atan(Math.exp(((low + high) / 2) * DEGREE)) - Math.PI / 2) / DEGREE;
  const fits = (px: number, degrees: number): number => Math.log2((px * 360) / (WORLD_PX * degrees));
  const zoom = Math.min(fits(WIDTH_PX, east - west), fits(HEIGHT_PX, high - low));
  return { lng: (west + east) / 2, lat: middle, zoom, bearing: 0 };
}
