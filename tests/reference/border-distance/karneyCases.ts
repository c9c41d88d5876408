import { EDITIONS, networkOf, randomPositions, shippedUnits } from '../../geo/support/coverages';
import { karneyNearest } from '../../geo/support/karney';

const AREA = [105.2, 21.1, 105.7, 21.6] as const;
const REACH_M = 5_000;
const PER_EDITION = 300;

export type KarneyCase = readonly [
  edition: string,
  lng: number,
  lat: number,
  line: string,
  distanceM: number,
  chainageM: number,
];

/** Positions within 5 km of a line, more of them far from it, each with its nearest line by Karney's geodesics. */
export function makeKarneyCases(): KarneyCase[] {
  return EDITIONS.flatMap((edition) => {
    const network = networkOf(shippedUnits(edition), edition);
    const positions = randomPositions(20_000, AREA, 2_026);
    const cases: KarneyCase[] = [];
    for (let i = 0; cases.length < PER_EDITION; i++) {
      const lng = Number(positions[2 * i]!.toFixed(7));
      const lat = Number(positions[2 * i + 1]!.toFixed(7));
      const { distanceM, line, chainageM } = karneyNearest(network, lng, lat);
      if (distanceM > REACH_M || (distanceM < 1_000 && i % 3 > 0)) continue;
      cases.push([
        edition,
        lng,
        lat,
        network.lines[line]!.id,
        Number(distanceM.toFixed(6)),
        Number(chainageM.toFixed(4)),
      ]);
    }
    return cases;
  });
}
