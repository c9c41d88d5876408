import type { CellFactsLike } from './cellFacts';
import { cellCentres } from './densityGround';
import type { OpenGround } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import type { LinePieces } from './linePieces';
import { placeOnLines } from './placeOnLines';

/**
 * People living in the zone of each piece of a line, by area weighting: each cell of the zone holds as many as its unit has per km².
 * @param zones  of the same ground
 * @returns n numbers; NaN for a piece part of whose zone lies in a unit with no known population
 * @source population and area of the units, census of 2019; Goodchild & Lam 1980, Geo-Processing 1, 297–312 (area weighting)
 */
export function zonePopulation(
  ground: OpenGround,
  { unit }: CellFactsLike,
  { pieces, zones }: { readonly pieces: LinePieces; readonly zones: ZoneIndex },
): Float64Array {
  const people = new Float64Array(pieces.count);
  const cellKm2 = ground.grid.cellM ** 2 / 1e6;
  const { line, chainageM } = placeOnLines(ground, cellCentres(ground.grid), zones);
  for (let cell = 0; cell < line.length; cell += 1) {
    const at = line[cell]!;
    if (at < 0) continue;
    const holder = unit[cell]!;
    const piece = pieces.pieceAt(at, chainageM[cell]!);
    people[piece]! += holder >= 0 ? ground.peoplePerKm2[holder]! * cellKm2 : Number.NaN;
  }
  return people;
}
