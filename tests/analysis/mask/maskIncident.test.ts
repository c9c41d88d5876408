import { describe, expect, it } from 'vitest';
import { maskIncident, referenceOf } from '../../../src/analysis/mask/maskIncident';
import { incident } from '../../formats/out/support';

const SNAP = { lng: 105.4, lat: 21.3, kind: 0 };

describe('an incident for partners', () => {
  it('has its snap point, hours, and nothing that was written freely', () => {
    const masked = maskIncident(
      incident({ occurred: { from: '2018-03-05T21:30', to: '2018-03-06T04:59' } as never }),
      SNAP,
    );
    expect(masked).toMatchObject({
      lng: 105.4,
      lat: 21.3,
      positionAccuracyM: 200,
      occurred: { from: '2018-03-05T21:00', to: '2018-03-06T04:00' },
      category: 'landDispute',
      personsInvolved: 2,
    });
    for (const word of ['Tranh chấp', 'a.csv', 'HS-07']) expect(JSON.stringify(masked)).not.toContain(word);
  });

  it('has no position where none leaves', () => {
    const masked = maskIncident(incident(), { lng: Number.NaN, lat: Number.NaN, kind: 3 });
    expect(masked).toMatchObject({ lng: null, lat: null, positionAccuracyM: null });
  });

  it('is named by what is chance in its id, not by when it was entered', () => {
    expect(referenceOf('01612576-d400-7000-8000-000000000abc')).toBe('000000000abc');
  });
});
