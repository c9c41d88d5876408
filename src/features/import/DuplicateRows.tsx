import { useEffect, useState } from 'react';
import { DUPLICATE_DECISIONS, type DuplicateDecision } from '../../analysis/import';
import type { Incident, IncidentId } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, InlineMessage } from '../../ui';
import type { DecideFor, DuplicateSummary, RowDuplicate } from '../../workers/fileTasks';
import { DuplicatePairView } from './DuplicatePairView';
import type { ImportTasks, ReadIncidents } from './importTasks';

interface Props {
  readonly tasks: Pick<ImportTasks, 'duplicateRows'>;
  readonly summary: DuplicateSummary;
  readonly readIncidents: ReadIncidents;
  readonly unitName: (code: string) => string;
  readonly onDecide: (target: DecideFor, decision: DuplicateDecision) => Promise<void>;
}

const PAGE = 5;

interface Shown {
  readonly rows: readonly RowDuplicate[];
  readonly registered: ReadonlyMap<IncidentId, Incident>;
}

/** Rows that may be known already beside what is known, with what is decided; a page of them at a time. */
export function DuplicateRows({ tasks, summary, readIncidents, unitName, onDecide }: Props) {
  const { intake } = useMessages();
  const words = intake.duplicates;
  const format = useFormat();
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Shown>({ rows: [], registered: new Map() });

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      // The summary is another one whenever something was decided or found anew.
      const rows = summary.rows === 0 ? [] : await tasks.duplicateRows(page * PAGE, PAGE);
      const ids = rows.flatMap(({ known }) => ('id' in known ? [known.id] : []));
      const found = await readIncidents(ids);
      if (isCurrent) setShown({ rows, registered: new Map(found.flatMap((one) => (one ? [[one.id, one]] : []))) });
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [tasks, readIncidents, page, summary]);

  const last = Math.max(0, Math.ceil(summary.rows / PAGE) - 1);
  return (
    <section className="gr-Import-section" aria-label={words.title}>
      <p className="gr-Import-hint">{words.intro}</p>
      {summary.undecided > 0 && (
        <InlineMessage
          tone="warn"
          title={words.undecided(format.count(summary.undecided))}
          detail={words.undecidedRemedy}
          remedy={
            <div className="gr-Import-bar">
              {DUPLICATE_DECISIONS.map((decision) => (
                <Button key={decision} onPress={() => void onDecide('undecided', decision)}>
                  {words.forAll[decision]}
                </Button>
              ))}
            </div>
          }
        />
      )}
      {summary.crowds.map(({ reason, count, rows }) => (
        <p key={`${reason} ${rows.join()}`} className="gr-Import-hint">
          {words.crowd(format.count(count))}
        </p>
      ))}
      <p role="status" className="gr-Import-hint">
        {words.totals(format.count(summary.skip), format.count(summary.merge))}
      </p>
      {shown.rows.map((duplicate) => (
        <DuplicatePairView
          key={duplicate.row}
          duplicate={duplicate}
          registered={'id' in duplicate.known ? (shown.registered.get(duplicate.known.id) ?? null) : null}
          unitName={unitName}
          onDecide={(decision) => void onDecide({ row: duplicate.row }, decision)}
        />
      ))}
      {last > 0 && (
        <nav className="gr-Import-bar" aria-label={words.title}>
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {intake.bad.previous}
          </Button>
          <span className="gr-tabular">
            {intake.bad.page(
              format.count(page * PAGE + 1),
              format.count(Math.min(summary.rows, (page + 1) * PAGE)),
              format.count(summary.rows),
            )}
          </span>
          <Button isDisabled={page >= last} onPress={() => setPage(page + 1)}>
            {intake.bad.next}
          </Button>
        </nav>
      )}
    </section>
  );
}
