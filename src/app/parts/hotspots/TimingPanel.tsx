import { ALPHA } from '../../../analysis/hotspots/alpha';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { HotspotResults } from '../../wiring/hotspotWish';

const YEAR_MIN = 365 * 1440;

/** Whether there is a season, in a sentence. */
export function TimingPanel({ timing }: { readonly timing: NonNullable<HotspotResults['timing']> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { season, basis } = timing;
  const { p } = season;
  const said = format.decimal(p, 3);
  if (basis.toMin - basis.fromMin < YEAR_MIN || Number.isNaN(p)) return <p>{words.seasonShort}</p>;
  return <p className="gr-Headline">{p <= ALPHA ? words.seasonYes(said) : words.seasonNo(said)}</p>;
}
