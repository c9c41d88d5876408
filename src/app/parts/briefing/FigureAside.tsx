import { useEffect, useState } from 'react';
import type { ClusterEvent } from '../../../analysis/briefing/clusterTimeline';
import type { Briefing, SceneAside } from '../../../domain';
import { FigureTableView } from '../../../features/briefing';
import { useFormat, useTerms } from '../../../i18n';
import { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import { figureWords } from '../../../i18n/figureWords';
import { useWords } from '../../../i18n/useWords';
import { ProgressBar } from '../../../ui';
import { useServices } from '../../services';
import { sayEvent } from '../../wiring/briefingDrafts/sayCluster';
import { readTimeline } from '../../wiring/readTimeline';
import { useObservable } from '../../wiring/useObservable';
import { useReview } from '../../wiring/useReview';
import { FIGURE_TABLES, type FigureTableKind, figureTable } from './figureTables';

export interface FigureAsideProps {
  readonly briefing: Briefing;
  readonly aside: SceneAside;
  readonly isLarge?: boolean;
}

/** The figures that a scene has beside its map. */
export function FigureAside({ aside, ...props }: FigureAsideProps) {
  const kind = FIGURE_TABLES.find((each) => each === aside);
  if (kind) return <Figures key={kind} kind={kind} {...props} />;
  return aside === 'timeline' ? <Timeline /> : null;
}

function Figures({
  briefing,
  kind,
  isLarge = false,
}: Omit<FigureAsideProps, 'aside'> & { readonly kind: FigureTableKind }) {
  const words = useWords(figureWords);
  const format = useFormat();
  const terms = useTerms();
  const { from, to, countBy } = briefing;
  const review = useReview({ period: { from, to }, countBy });
  if (!review) return <ProgressBar label={words.reading} share={null} />;
  const table = figureTable(kind, review.figures, { words, format, categoryName: terms.name });
  return <FigureTableView {...table} unknown={words.unknownBefore} isLarge={isLarge} />;
}

function Timeline() {
  const services = useServices();
  const words = useWords(figureWords);
  const drafts = useWords(briefingDraftWords);
  const format = useFormat();
  const terms = useTerms();
  const members = useObservable(services.store.members);
  const clusters = useObservable(services.store.clusters);
  const [events, setEvents] = useState<readonly ClusterEvent[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read from the register anew when these change
  useEffect(() => {
    let isWanted = true;
    void readTimeline(services).then((read) => isWanted && setEvents(read));
    return () => {
      isWanted = false;
    };
  }, [services, members, clusters]);
  if (!events) return <ProgressBar label={words.reading} share={null} />;
  return (
    <ol className="gr-Timeline" aria-label={words.timeline}>
      {events.map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several events may share their day and name
        <li key={i}>{sayEvent(event, { words: drafts, format, categoryName: terms.name })}</li>
      ))}
    </ol>
  );
}
