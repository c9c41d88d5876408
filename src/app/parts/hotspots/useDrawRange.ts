import type { DrawRange } from '../../../analysis/hotspots/rangeOfDraws';
import { useFormat } from '../../../i18n';

/** How counts over draws of unsure positions are written: their mean, and from where to where nine in ten go. */
export function useDrawRange(): (range: DrawRange | null) => string {
  const format = useFormat();
  return (range) =>
    range ? `${format.decimal(range.mean, 1)} (${format.count(range.low)}–${format.count(range.high)})` : '';
}
