import type { NumberRange } from '../../analysis/incidentFilter';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Formatter, Messages, TermWords } from '../../i18n';
import { type DayRange, NO_UNIT, type SessionFilter } from '../../store';

export interface FilterWords {
  readonly info: EditionInfo;
  readonly messages: Messages;
  readonly terms: TermWords;
  readonly format: Pick<Formatter, 'count' | 'date' | 'metres' | 'decimal'>;
  readonly unitName: (code: string) => string;
  readonly zoneName: (layerId: string) => string;
  /** False where what was typed may not leave the cluster: then it is said that there is such a filter, not which. */
  readonly tellsTexts?: boolean;
}

/** One part of what is filtered, in words. */
export interface FilterPart {
  readonly key: keyof SessionFilter;
  readonly text: string;
}

/** More values than this are counted, not listed. */
const LISTED = 3;

/** Hours as runs of the clock: 18:00–24:00. */
function hourRuns(hours: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const hour of hours.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === hour) last[1] = hour + 1;
    else runs.push([hour, hour + 1]);
  }
  return runs.map(([from, to]) => `${String(from).padStart(2, '0')}:00–${String(to).padStart(2, '0')}:00`);
}

/** What is filtered, part by part: as the screen says it, and files. */
export function describeFilter(filter: SessionFilter, words: FilterWords): readonly FilterPart[] {
  const { info, messages, terms, format, unitName, zoneName, tellsTexts = true } = words;
  const { incidents, boundaries, filters, register } = messages;
  const { columnTitles } = register;
  const any = (values: readonly string[]): string =>
    values.length > LISTED
      ? filters.andMore(values.slice(0, LISTED).join(filters.or), format.count(values.length - LISTED))
      : values.join(filters.or);
  const lineName = (id: string): string => {
    const number = info.lines.findIndex((line) => line.id === id);
    return number < 0 ? id : nameLine(info, number);
  };
  const range = (title: string, { from, to }: { readonly from?: string; readonly to?: string }): string =>
    `${title}: ${from === undefined ? filters.upTo(to ?? '') : to === undefined ? filters.atLeast(from) : from === to ? from : filters.fromTo(from, to)}`;
  const said = <T>({ from, to }: { readonly from?: T; readonly to?: T }, say: (value: T) => string) => ({
    ...(from === undefined ? {} : { from: say(from) }),
    ...(to === undefined ? {} : { to: say(to) }),
  });
  const days = (title: string, { from, to }: DayRange): string => {
    if (from !== undefined && to === undefined) return `${title}: ${filters.since(format.date(from))}`;
    if (from === undefined && to !== undefined) return `${title}: ${filters.until(format.date(to))}`;
    return range(title, said({ from, to } as DayRange, format.date));
  };
  const metres = (title: string, value: NumberRange): string => range(title, said(value, format.metres));
  const contains = (title: string, text: string): string =>
    tellsTexts ? `${title}: ${filters.contains(text)}` : `${title}: ${filters.someText}`;
  const say: { readonly [K in keyof Required<SessionFilter>]: (value: NonNullable<SessionFilter[K]>) => string } = {
    text: (text) => (tellsTexts ? filters.search(text) : filters.someSearch),
    isFlagged: (isFlagged) => (isFlagged ? incidents.flagged : incidents.unflagged),
    doubt: (doubts) => any(doubts.map((doubt) => incidents.doubt[doubt])),
    level: (levels) => any(levels.map((level) => boundaries.levelLine[level])),
    line: (ids) => any(ids.map(lineName)),
    stretch: (spans) =>
      any(
        spans.map(({ line, fromM, toM }) =>
          filters.onStretch(lineName(line), format.decimal(fromM / 1000, 2), format.decimal(toM / 1000, 2)),
        ),
      ),
    sideUnit: (codes) => incidents.inSide(any(codes.map(unitName))),
    category: (categories) => any(categories.map(terms.name)),
    kind: (kinds) => any(kinds.map((kind) => incidents.kindName[kind])),
    status: (statuses) => any(statuses.map(terms.name)),
    discovery: (values) => any(values.map((value) => incidents.discoveryName[value])),
    method: (methods) => any(methods.map((method) => register.methodName[method])),
    handling: (codes) =>
      filters.handledBy(any(codes.map((code) => (code === NO_UNIT ? register.notSaid : unitName(code))))),
    unit: (codes) => incidents.inUnit(any(codes.map(unitName))),
    zoneLayer: (ids) => any(ids.map(zoneName)),
    occurred: (value) => days(incidents.occurred, value),
    reported: (value) => days(columnTitles.reported, value),
    hour: (hours) => `${filters.hours}: ${hourRuns(hours).join(', ')}`,
    weekday: (days) => any(days.map((day) => filters.weekdays[day] ?? '')),
    persons: (value) => range(incidents.persons, said(value, format.count)),
    distance: (value) => metres(incidents.distance, value),
    accuracy: (value) => metres(columnTitles.accuracy, value),
    summary: (text) => contains(incidents.summary, text),
    caseNumber: (text) => contains(columnTitles.caseNumber, text),
  };
  return (Object.keys(say) as (keyof SessionFilter)[])
    .filter((key) => filter[key] !== undefined)
    .map((key) => ({ key, text: (say[key] as (value: unknown) => string)(filter[key]) }));
}
