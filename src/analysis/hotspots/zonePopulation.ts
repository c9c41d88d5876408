import type { CellFactsLike } from './cellFacts';
import type { OpenGround } from './hotspotState';

/**
 * People living in the zone of each line, by area weighting: each cell of the zone holds as many as its unit has per km².
 * @returns n numbers; NaN for a line part of whose zone lies in a unit with no known population
 * @source population and area of the units, census of 2019; Goodchild & Lam 1980, Geo-Processing 1, 297–312 (area weighting)
 */
export function zonePopulation(ground: OpenGround, { unit, line }: CellFactsLike): Float64Array {
  const people = new Float64Array(ground.lengthM.length);
  const cellKm2 = ground.grid.cellM ** 2 / 1e6;
  for (let cell = 0; cell < line.length; cell += 1) {
    const at = line[cell]!;
    const holder = unit[cell]!;
    if (at >= 0) people[at]! += holder >= 0 ? ground.peoplePerKm2[holder]! * cellKm2 : Number.NaN;
  }
  return people;
}
