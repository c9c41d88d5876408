import { describe, expect, it } from 'vitest';
import { CATEGORIES, type IncidentKind } from '../../src/domain';
import {
  CLUSTER_SIZES,
  clusterImageId,
  parseImageId,
  SHARE_STEPS,
  symbolImageId,
  symbolShape,
} from '../../src/map/symbols';

const KINDS: readonly IncidentKind[] = ['criminal', 'administrative'];

describe('symbols', () => {
  it('differ without colour: outline by kind, sign by category, filling by flag', () => {
    const looks = CATEGORIES.flatMap((category) =>
      KINDS.flatMap((kind) => [true, false].map((isFlagged) => ({ category, kind, isFlagged }))),
    );
    const shapes = looks.map((look) => {
      const { outline, sign, fill, rim } = symbolShape(look, 'light');
      return `${outline}|${sign}|${fill === '#ffffff' || rim !== '#ffffff' ? 'hollow' : 'filled'}`;
    });
    expect(new Set(shapes).size).toBe(looks.length);
  });

  it('are found again by the name of their image', () => {
    for (const category of CATEGORIES) {
      const look = { category, kind: 'criminal', isFlagged: true } as const;
      expect(parseImageId(symbolImageId(look))).toEqual({ type: 'incident', look });
    }
  });

  it('of counted marks tell size and share', () => {
    expect(parseImageId(clusterImageId(2, SHARE_STEPS / 2))).toEqual({
      type: 'cluster',
      diameterPx: CLUSTER_SIZES[2].diameterPx,
      share: 0.5,
    });
  });

  it('of unknown names are none', () => {
    for (const id of [
      '',
      'incident:arson:criminal:plain',
      'incident:theft:felony:plain',
      'cluster:9:0',
      'toString',
      'incident:toString:criminal:plain',
    ])
      expect(parseImageId(id)).toBeNull();
  });
});
