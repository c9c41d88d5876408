import { coreBox } from '../analysis/openEdition';
import type { PlaceEntry } from '../analysis/places';
import { placesOfEditions, placesOfFile } from '../analysis/places/gatherPlaces';
import { simulateActivities } from '../analysis/simulateActivities';
import { type SimulatedIncident, simulateIncidents } from '../analysis/simulateIncidents';
import type { UnitCode } from '../domain';
import { decodeEdition } from '../geo/decodeEdition';

/** The sample's; another one would double the sample where two devices exchange their journals. */
const SAMPLE_SEED = 2018;

/** What is made of the files that the program ships, whichever edition counts. */
export const readyData = {
  /** The sample incidents of 2018, made from the text of that edition's layer file; the same on every device. */
  simulateSample(text: string, memberCodes: readonly UnitCode[]): SimulatedIncident[] {
    return simulateIncidents({ seed: SAMPLE_SEED, units: decodeEdition(JSON.parse(text)).units, memberCodes });
  },

  /** The outreach of 2018, to the real totals; the same on every device. */
  simulateOutreach: (memberCodes: readonly UnitCode[]) => simulateActivities({ seed: SAMPLE_SEED, memberCodes }),

  /** What an edition's units are called and the box of its core ones, from the text of its layer file. */
  namesOf(text: string) {
    const { edition: found, units } = decodeEdition(JSON.parse(text));
    return {
      ...found,
      areaBbox: coreBox(units),
      units: units.features.map(({ properties: { code, name, isCore } }) => ({ code, name, isCore })),
    };
  },

  /** Whatever a place in words may name: units and districts of the editions, oldest first, and the shipped names; from the texts of their files. */
  namedPlaces(editionTexts: readonly string[], placesText: string): PlaceEntry[] {
    const decoded = editionTexts.map((text) => decodeEdition(JSON.parse(text)));
    return [...placesOfEditions(decoded), ...placesOfFile(JSON.parse(placesText))];
  },
};
