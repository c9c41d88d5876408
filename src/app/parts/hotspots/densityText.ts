import type { Formatter } from '../../../i18n';

/** A density, with as many digits as it is worth. */
export const densityText = (value: number, format: Pick<Formatter, 'count' | 'decimal'>): string =>
  value >= 10 ? format.count(value) : format.decimal(value, value >= 1 ? 1 : 2);
