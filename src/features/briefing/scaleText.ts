import type { Formatter } from '../../i18n';

/** A round length as a scale bar tells it: 500 m, 2 km. */
export const scaleText = (lengthM: number, format: Pick<Formatter, 'count'>): string =>
  lengthM < 1000 ? `${format.count(lengthM)} m` : `${format.count(lengthM / 1000)} km`;
