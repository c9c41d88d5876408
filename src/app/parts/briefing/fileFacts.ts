import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { ExportTier } from '../../../domain';
import { catalogues, formatters, type Language, termWords } from '../../../i18n';
import { briefingFileWords } from '../../../i18n/briefingFileWords';
import { briefingWords } from '../../../i18n/briefingWords';
import { exportWords } from '../../../i18n/exportWords';
import { figureWords } from '../../../i18n/figureWords';
import { useSession } from '../../../store';
import type { Services } from '../../services';
import { type FigureWording, figureNotes } from './figureTables';

type Fact = readonly [label: string, text: string];

/** What every file says of itself: label and text. */
export interface FileFacts {
  readonly period: Fact;
  readonly filter: Fact;
  readonly edition: Fact;
  readonly tier: Fact;
  readonly data: Fact;
  /** Null: all lines are exact. */
  readonly borders: Fact | null;
}

/** The words for figures in a language, with the register's own names of categories. */
export const wordingOf = (services: Services, language: Language): FigureWording => ({
  words: figureWords[language],
  format: formatters[language],
  categoryName: termWords(services.store.terms.getSnapshot(), catalogues[language]).name,
});

/** What a file of these figures rests on. */
export function fileFacts(
  services: Services,
  figures: ReviewFigures,
  { language, tier }: { readonly language: Language; readonly tier: ExportTier },
): FileFacts {
  const files = briefingFileWords[language];
  const wording = wordingOf(services, language);
  const { words, format } = wording;
  const { info } = services.border.view.getSnapshot();
  const { period, editionId, isFiltered } = figures;
  const isApproximate = info?.lines.some(({ exactness }) => exactness === 'approximate') ?? false;
  return {
    period: [files.period, briefingWords[language].period(format.date(period.from), format.date(period.to))],
    filter: [files.filter, isFiltered ? words.filtered : files.noFilter],
    edition: [files.edition, catalogues[language].boundaries.editionName[editionId] ?? editionId],
    tier: [files.tier, exportWords[language].tierName[tier]],
    data: [files.data, figureNotes(figures, wording).join(' · ')],
    borders: isApproximate ? [files.borders, files.approximate] : null,
  };
}

export const listFacts = ({ period, filter, edition, tier, data, borders }: FileFacts): readonly Fact[] => [
  period,
  filter,
  edition,
  tier,
  data,
  ...(borders ? [borders] : []),
];

/** The session's filter but its days, which are the briefing's. */
export function filterOfFigures() {
  const { occurred: _days, ...filter } = useSession.getState().filter;
  return filter;
}
