import type { Incident } from '../../domain';
import type { Formatter, Messages } from '../../i18n';

/** When an incident happened: a moment, a day alone, or a span. */
export function whenText(
  { from, to }: Incident['occurred'],
  format: Formatter,
  { occurredSpan }: Messages['incidents'],
): string {
  if (from === to) return format.dateTime(from);
  if (from.endsWith('T00:00') && to === `${from.slice(0, 10)}T23:59`) return format.date(from);
  return occurredSpan(format.dateTime(from), format.dateTime(to));
}
