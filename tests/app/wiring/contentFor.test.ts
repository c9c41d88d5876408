import { describe, expect, it } from 'vitest';
import { contentFor } from '../../../src/app/wiring/contentFor';
import type { MapContent } from '../../../src/map/types';

const some = { type: 'FeatureCollection' as const, features: [] };
const content: MapContent = {
  units: 'blob:units',
  unitLabels: null,
  borderLines: 'blob:lines',
  coverageEdge: null,
  zones: 'blob:zones',
  rivers: null,
  places: null,
  marks: some,
  flagLinks: some,
  pins: some,
  draftPlace: some,
  heat: 'blob:heat',
  stretches: 'blob:stretches',
  cursor: some,
  patrols: some,
  numbers: some,
  userLayers: [],
};
const drawn = (of: MapContent): string[] =>
  Object.entries(of).flatMap(([part, value]) => (value === null || part === 'userLayers' ? [] : [part]));

describe('what a picture of the map shows', () => {
  it('is all that is on screen for the cluster, but where the pointer is', () => {
    expect(drawn(contentFor('internal', content))).toEqual(drawn(content).filter((part) => part !== 'cursor'));
  });

  it('has neither single incidents nor patrols for partners', () => {
    expect(drawn(contentFor('partner', content))).toEqual([
      'units',
      'borderLines',
      'zones',
      'heat',
      'stretches',
      'numbers',
    ]);
  });

  it('is the land with its lines and zones for the public', () => {
    expect(drawn(contentFor('public', content))).toEqual(['units', 'borderLines', 'zones']);
  });
});
