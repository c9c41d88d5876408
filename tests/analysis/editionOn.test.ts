import { expect, it } from 'vitest';
import { editionOn } from '../../src/analysis/editionOn';
import type { PlainDate } from '../../src/domain';

const edition = (validFrom: string | null, validTo: string | null) => ({
  validFrom: validFrom as PlainDate | null,
  validTo: validTo as PlainDate | null,
});
const [old, young] = [edition('2018-01-01', '2019-12-31'), edition('2025-07-01', null)];

it.each([
  ['2017-05-01', old],
  ['2018-01-01', old],
  ['2022-03-01', old],
  ['2025-06-30T23:59', old],
  ['2025-07-01T00:00', young],
])('%s goes by the edition in force, else by the one before', (day, expected) => {
  expect(editionOn([old, young], day)).toBe(expected);
});

it('knows none where there are none', () => {
  expect(editionOn([], '2018-01-01')).toBeNull();
});
