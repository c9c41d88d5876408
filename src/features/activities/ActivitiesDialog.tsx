import './activities.css';
import { FileUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { TOTALS_2018 } from '../../analysis/simulateActivities';
import type { ActivityFields } from '../../commands';
import { ACTIVITY_KINDS, type Activity } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { activitiesWords } from '../../i18n/activitiesWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog, EmptyState, Select, SimpleTable, Stamp, Tabs, TextField } from '../../ui';
import { ActivityForm, type ActivityFormProps } from './ActivityForm';
import { ActivityList } from './ActivityList';
import { allOf, sumActivities } from './sumActivities';

export interface ActivitiesDialogProps extends Pick<ActivityFormProps, 'today' | 'unitsOn'> {
  readonly activities: readonly Activity[];
  /** What the unit of an activity was called on its day. */
  readonly nameOf: (activity: Activity) => string;
  /** These give null when it was done, else what is wrong, in words. */
  readonly onAdd: (fields: ActivityFields) => Promise<string | null>;
  readonly onChange: (activity: Activity, fields: ActivityFields) => Promise<string | null>;
  readonly onRemove: (activity: Activity) => void;
  readonly onImport: (file: File) => void;
  readonly onClose: () => void;
}

/** What the cluster's units do for the border and what is counted: a table per unit and kind, and the records behind it. */
export function ActivitiesDialog(props: ActivitiesDialogProps) {
  const { activities, nameOf, today, unitsOn, onAdd, onChange, onRemove, onImport, onClose } = props;
  const { common } = useMessages();
  const words = useWords(activitiesWords);
  const format = useFormat();
  const [period, setPeriod] = useState('all');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [edited, setEdited] = useState<Activity | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const years = [...new Set(activities.map(({ on }) => on.slice(0, 4)))].sort().reverse();
  const shown = useMemo(() => {
    const isWithin = ({ on }: Activity): boolean =>
      period === 'all' ||
      (period === 'custom' ? (from === '' || on >= from) && (to === '' || on <= to) : on.startsWith(period));
    return activities.filter(isWithin).reverse();
  }, [activities, period, from, to]);
  const sums = useMemo(() => sumActivities(shown, nameOf), [shown, nameOf]);
  const isSimulated = shown.some(({ source }) => source.kind === 'simulated');
  const rows = [...sums.units, { unit: words.total, counts: sums.total }];

  const summary = (
    <div className="gr-Activities">
      {shown.length === 0 ? (
        <EmptyState title={words.empty} detail={words.emptyDetail} />
      ) : (
        <SimpleTable
          caption={words.table}
          columns={[
            { id: 'unit', title: words.unit, isRowHeader: true, text: ({ unit }) => unit },
            ...ACTIVITY_KINDS.map((kind) => ({
              id: kind,
              title: words.kindName[kind],
              align: 'end' as const,
              text: ({ counts }: (typeof rows)[number]) => format.count(counts[kind]),
            })),
            { id: 'all', title: words.total, align: 'end', text: ({ counts }) => format.count(allOf(counts)) },
          ]}
          rows={rows}
          rowKey={({ unit }) => unit}
        />
      )}
    </div>
  );
  const records = (
    <div className="gr-Activities">
      <ActivityForm
        key={edited?.id ?? 'new'}
        title={edited ? words.editTitle : words.addTitle}
        first={edited}
        today={today}
        unitsOn={unitsOn}
        onSave={async (fields) => {
          if (!edited) return onAdd(fields);
          const problem = await onChange(edited, fields);
          if (problem === null) setEdited(null);
          return problem;
        }}
        {...(edited ? { onCancel: () => setEdited(null) } : {})}
        cancelWord={common.cancel}
      />
      <ActivityList activities={shown} nameOf={nameOf} onEdit={setEdited} onRemove={onRemove} />
    </div>
  );
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="large">
      <div className="gr-Activities">
        {isSimulated && (
          <p className="gr-Activities-line">
            <Stamp>{common.simulated}</Stamp>
            <span className="gr-muted gr-small">
              {words.simulatedNote(format.count(TOTALS_2018.meeting), format.count(TOTALS_2018.broadcast))}
            </span>
          </p>
        )}
        <div className="gr-Activities-period">
          <Select
            label={words.period}
            options={[
              { id: 'all', title: words.allTime },
              ...years.map((year) => ({ id: year, title: words.year(year) })),
              { id: 'custom', title: words.custom },
            ]}
            value={period}
            onChange={setPeriod}
          />
          {period === 'custom' && (
            <>
              <TextField label={words.from} type="date" value={from} onChange={setFrom} />
              <TextField label={words.to} type="date" value={to} onChange={setTo} />
            </>
          )}
        </div>
        <div>
          <Button icon={FileUp} onPress={() => input.current?.click()}>
            {words.importFile}
          </Button>
        </div>
        <Tabs
          label={words.title}
          items={[
            { id: 'summary', title: words.summary, content: summary },
            { id: 'records', title: words.list(format.count(shown.length)), content: records },
          ]}
        />
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        data-file="activities"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (file) onImport(file);
        }}
      />
    </Dialog>
  );
}
