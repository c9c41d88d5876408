import { Maximize2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { coverWeek, hoursOfDay } from '../../../analysis/patrols/coverWeek';
import { lastVisits } from '../../../analysis/patrols/lastVisits';
import { planDays } from '../../../analysis/patrols/planDays';
import type { PlainDate } from '../../../domain';
import { CoverMatrix, type CoverRow } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { gapWords } from '../../../i18n/gapWords';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import { Button, Dialog, Select } from '../../../ui';
import { useView } from '../../wiring/useView';
import { vietnamNow } from '../../wiring/vietnamNow';
import type { PlanCover } from './usePlanCover';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

const DAY_MS = 86_400_000;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const ALL = 'all';
const DAYS = 'days';

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);

export interface CoverPanelProps {
  readonly cover: PlanCover;
  readonly shown: ShownPlan;
  readonly records: PatrolRecords;
  readonly onShow: (id: string) => void;
}

/** Tasks against the hours of the day, or the days of the week. */
export function CoverPanel({ cover, shown, records, onShow }: CoverPanelProps) {
  const words = useWords(gapWords);
  const patrols = useWords(patrolWords);
  const format = useFormat();
  const summary = useView('summary');
  const [by, setBy] = useState(ALL);
  const [isWide, setWide] = useState(false);
  const { tasks, visits, covers } = cover;
  const { days, from } = shown;
  const week = useMemo(() => {
    const firstWeekday = planDays(from, 1)[0]!.weekday;
    return coverWeek(tasks, visits, { days: days.length, firstWeekday });
  }, [tasks, visits, days, from]);
  const cells = useMemo(
    () => (by === DAYS ? week.weekdays : hoursOfDay(week.hours, by === ALL ? null : Number(by))),
    [week, by],
  );
  const now = vietnamNow();
  const last = useMemo(() => lastVisits(records.visits, now), [records.visits, now]);
  const rows = tasks.map(({ id, name }, row): CoverRow => {
    const { longest } = covers[row]!;
    // The last night may reach beyond the period.
    const planned = visits.filter(({ task }) => task === row).length;
    const hours = format.decimal((longest.toMinute - longest.fromMinute) / 60, 0);
    const at = last.get(id);
    const ago = at ? daysBetween(at, now) : 0;
    return {
      id,
      name,
      planned,
      last: at
        ? words.lastAt(format.date(at), ago === 0 ? words.today : words.daysAgo(format.count(ago)))
        : words.never,
      longest: planned === 0 ? words.wholePeriod(hours) : words.hours(hours),
    };
  });
  const lastDay: PlainDate = days.at(-1)!;
  const matrix = (
    <>
      <Select
        label={words.columns}
        options={[
          { id: ALL, title: words.byHour },
          ...WEEKDAYS.map((day) => ({ id: String(day), title: words.byHourOf(patrols.longWeekday(day)) })),
          { id: DAYS, title: words.byWeekday },
        ]}
        value={by}
        onChange={setBy}
      />
      <CoverMatrix
        caption={words.coverCaption(format.count(tasks.length), format.date(from), format.date(lastDay))}
        rows={rows}
        cells={cells}
        columns={
          by === DAYS
            ? WEEKDAYS.map((day) => patrols.weekday(day))
            : Array.from({ length: 24 }, (_, hour) => words.hour(String(hour)))
        }
        onShow={(id) => {
          setWide(false);
          onShow(id);
        }}
      />
      {(summary?.totalSimulated ?? 0) > 0 && tasks.some(({ source }) => source !== 'hand') && (
        <p className="gr-muted gr-small">{words.simulated}</p>
      )}
    </>
  );
  return (
    <div className="gr-Stack">
      <div>
        <Button icon={Maximize2} onPress={() => setWide(true)}>
          {words.widen}
        </Button>
      </div>
      {!isWide && matrix}
      <Dialog title={words.cover} isOpen={isWide} onClose={() => setWide(false)} size="wide">
        <div className="gr-Stack">{matrix}</div>
      </Dialog>
    </div>
  );
}
