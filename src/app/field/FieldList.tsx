import { LocateFixed, LocateOff } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { minuteOn } from '../../analysis/patrols/momentOf';
import { timeText } from '../../features/patrols/hourText';
import type { StopList } from '../../formats/patrols/stopList';
import { aimAt } from '../../geo/aimAt';
import { useFormat } from '../../i18n';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage } from '../../ui';
import { vietnamNow } from '../wiring/vietnamNow';
import { FieldStops } from './FieldStops';
import { fitTicks } from './fitTicks';
import { keepTicks, readKeptTicks } from './keptTicks';
import { NextStop } from './NextStop';
import { SendBack } from './SendBack';
import { useWhere } from './useWhere';

/** From here on the receiver is asked for all that it can. */
const NEAR_M = 500;

/** A team's shift on a telephone: what comes next and where that lies, all stops, and what is sent back. */
export function FieldList({ list }: { readonly list: StopList }) {
  const words = useWords(patrolFieldWords);
  const format = useFormat();
  const [{ placed: ticks, stray }, setTicks] = useState(() => fitTicks(list.stops, readKeptTicks(list.routeId)));
  const all = useMemo(() => [...ticks, ...stray], [ticks, stray]);
  const [isKept, setKept] = useState(true);
  const [wantsGps, setWantsGps] = useState(false);
  const [isNear, setNear] = useState(false);
  const where = useWhere({ isWanted: wantsGps, isNear });
  const next = list.stops.findIndex((_, i) => !ticks.some(({ stop }) => stop === i));
  const goal = next < 0 ? list.home.at : list.stops[next]!.at;
  const aim = where.kind === 'found' ? aimAt(where.at, goal) : null;
  const isClose = aim !== null && aim.distanceM < NEAR_M;
  useEffect(() => setNear(isClose), [isClose]);
  useEffect(() => {
    document.title = `${list.team} · ${list.shift} · ${format.date(list.on)}`;
  }, [list, format]);

  const change = (placed: typeof ticks): void => {
    setTicks({ placed, stray });
    setKept(keepTicks(list.routeId, [...placed, ...stray]));
  };
  const tick = (stop: number): void =>
    change([...ticks, { stop, key: list.stops[stop]!.key, atMinute: minuteOn(list.on, vietnamNow()) }]);
  const untick = (stop: number): void => change(ticks.filter((each) => each.stop !== stop));
  return (
    <>
      <header>
        <h1>{list.team}</h1>
        <p>{`${list.shift} · ${format.date(list.on)} · ${`${timeText(list.outMinute)}–${timeText(list.backMinute)}`}`}</p>
        <p className="gr-Field-progress" role="status">
          {words.progress(format.count(ticks.length), format.count(list.stops.length))}
        </p>
      </header>
      {!isKept && <InlineMessage tone="error" title={words.notKept} isLive />}
      <NextStop list={list} stop={next} where={where} onTick={tick} />
      <Button icon={wantsGps ? LocateOff : LocateFixed} isWide onPress={() => setWantsGps(!wantsGps)}>
        {wantsGps ? words.stopGps : words.startGps}
      </Button>
      <FieldStops list={list} next={next} ticks={ticks} onTick={tick} onUntick={untick} />
      {stray.length > 0 && <InlineMessage tone="info" title={words.strays(format.count(stray.length))} />}
      <SendBack list={list} ticks={all} />
    </>
  );
}
