import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  aboutReason,
  type BadRow,
  type GivenPosition,
  NO_REPAIR,
  type RejectReason,
  type RowRepair,
} from '../../analysis/import';
import { useFormat, useMessages } from '../../i18n';
import { Button, Select } from '../../ui';
import type { IncidentPreview } from '../../workers/fileTasks';
import { BadRowLine } from './BadRowLine';
import type { ImportTasks } from './importTasks';

/** Which of them are looked at. */
export interface BadRowsView {
  readonly reason: RejectReason | null;
  readonly page: number;
}

export interface BadRowsProps {
  readonly tasks: Pick<ImportTasks, 'badRows' | 'rowsLike'>;
  readonly preview: IncidentPreview;
  readonly repairs: ReadonlyMap<number, RowRepair>;
  readonly onRepair: (repairs: readonly RowRepair[]) => Promise<void>;
  readonly onSaveRejected: () => void;
  readonly view: BadRowsView;
  readonly onView: (view: BadRowsView) => void;
  readonly pickPosition: () => Promise<GivenPosition | null>;
}

const PAGE = 20;
const ANY = 'any';

type Shown = { readonly rows: readonly BadRow[]; readonly total: number };

/** The rows that could not be used, each with its bad cells to mend; a page of them at a time. */
export function BadRows(props: BadRowsProps) {
  const { tasks, preview, repairs, onRepair, onSaveRejected, onView, pickPosition } = props;
  const { reason, page } = props.view;
  const { importing, intake } = useMessages();
  const words = intake.bad;
  const format = useFormat();
  const setPage = (next: number): void => onView({ reason, page: next });
  const [shown, setShown] = useState<Shown>({ rows: [], total: 0 });
  const [reasons] = useState(preview.counts.rejected);

  useEffect(() => {
    let isCurrent = true;
    // Asked anew with every preview: a row that was mended says so.
    if (preview.badRows > 0)
      void tasks.badRows({ offset: page * PAGE, count: PAGE, reason }).then((answer) => {
        if (isCurrent) setShown(answer);
      });
    return () => {
      isCurrent = false;
    };
  }, [tasks, page, reason, preview]);

  const before = (row: number): RowRepair => repairs.get(row) ?? { row, ...NO_REPAIR };
  const forAll = async (change: Partial<RowRepair>): Promise<void> => {
    if (reason === null) return;
    const rows = await tasks.rowsLike({ reason });
    await onRepair(rows.map((row) => ({ ...before(row), ...change })));
  };
  const left = preview.counts.rows - preview.counts.usable - preview.skipped;
  const last = Math.max(0, Math.ceil(shown.total / PAGE) - 1);
  const options = [
    { id: ANY, title: words.all(format.count(preview.badRows)) },
    ...(Object.entries(reasons) as [RejectReason, number][]).map(([id, count]) => ({
      id,
      title: `${importing.rejectReason[id]} (${format.count(count)})`,
    })),
  ];
  return (
    <section className="gr-Import-section" aria-label={words.title}>
      <p className="gr-Import-hint">{words.intro}</p>
      <div className="gr-Import-bar">
        {options.length > 2 && (
          <Select
            label={words.reason}
            options={options}
            value={reason ?? ANY}
            onChange={(id) => onView({ reason: id === ANY ? null : (id as RejectReason), page: 0 })}
          />
        )}
        {reason !== null && aboutReason(reason) === 'position' && (
          <Button onPress={() => void forAll({ position: 'none' })}>
            {words.withoutPositionAll(format.count(shown.total))}
          </Button>
        )}
        {reason === 'personalNumber' && (
          <Button onPress={() => void forAll({ isMasked: true })}>{words.maskAll(format.count(shown.total))}</Button>
        )}
        <Button icon={Download} onPress={onSaveRejected}>
          {importing.downloadRejected}
        </Button>
      </div>
      <p role="status" className="gr-Import-hint">
        {words.summary(format.count(preview.repaired), format.count(preview.skipped), format.count(left))}
      </p>
      <ul className="gr-BadRows">
        {shown.rows.map((row) => (
          <BadRowLine
            key={row.row}
            row={row}
            before={before}
            tasks={tasks}
            onRepair={onRepair}
            pickPosition={pickPosition}
          />
        ))}
      </ul>
      {last > 0 && (
        <nav className="gr-Import-bar" aria-label={words.title}>
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {words.previous}
          </Button>
          <span className="gr-tabular">
            {words.page(
              format.count(page * PAGE + 1),
              format.count(Math.min(shown.total, (page + 1) * PAGE)),
              format.count(shown.total),
            )}
          </span>
          <Button isDisabled={page >= last} onPress={() => setPage(page + 1)}>
            {words.next}
          </Button>
        </nav>
      )}
    </section>
  );
}
