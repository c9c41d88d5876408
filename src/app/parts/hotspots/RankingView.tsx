import { useMemo, useRef } from 'react';
import type { RankedLine } from '../../../analysis/hotspots/makeRanking';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import { nameLine } from '../../../analysis/nameLine';
import { SmallMultiples } from '../../../features/hotspots';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, SimpleTable } from '../../../ui';
import type { ChartPicture } from '../../briefing/chartPicture';
import { paintSvg } from '../../briefing/paintSvg';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { ChartMenu } from '../briefing/ChartMenu';
import { shownOf } from './shownOf';
import { useDrawRange } from './useDrawRange';
import { useP } from './useP';

const MOST_CHARTS = 18;
/** In a picture. */
const CHARTS_ACROSS = 4;

/** Border lines, or stretches of them, by their smoothed rate, with intervals, sides, change and a small chart over time. */
export function RankingView({ outcome }: { readonly outcome: HotspotOutcome<'ranking'> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const sayP = useP();
  const sayRange = useDrawRange();
  const list = useRef<HTMLUListElement>(null);
  const picture = useMemo(
    (): ChartPicture => ({
      id: 'multiples',
      title: words.multiples,
      unit: words.incidents.toLocaleLowerCase(),
      isInternal: false,
      columns: CHARTS_ACROSS,
      drawings: () =>
        Promise.resolve(
          [...(list.current?.querySelectorAll('figure') ?? [])].flatMap((figure) => {
            const svg = figure.querySelector<SVGSVGElement>(':scope > svg');
            return svg ? [{ title: figure.querySelector('figcaption')?.textContent ?? null, svg: paintSvg(svg) }] : [];
          }),
        ),
      key: [],
    }),
    [words],
  );
  const shown = shownOf(outcome);
  if (!shown) return null;
  const { value: ranking, info } = shown;
  const decimal = (value: number): string => format.decimal(value, value >= 10 ? 0 : value >= 1 ? 1 : 2);
  const unitOf = (line: number, side: 'leftUnit' | 'rightUnit'): string =>
    info.units[info.lines[line]![side]]?.shortName ?? words.outside;
  const change = ({ before, count, changeP, change: ratio }: RankedLine): string => {
    if (before === null || changeP === null) return '';
    const counts = words.changeText(format.count(before), format.count(count));
    const times = ratio === null ? '' : ` (${words.times(format.decimal(ratio, 1))})`;
    return `${counts}${times}; ${words.pEquals(sayP(changeP))}`;
  };
  const hasBefore = ranking.before !== null;
  const hasSpread = ranking.lines.some(({ spread }) => spread !== null);
  const isWhole = ({ fromM, toM, line }: RankedLine): boolean => toM - fromM >= info.lines[line]!.lengthM - 1;
  const nameOf = (row: RankedLine): string => {
    const name = nameLine(info, row.line);
    if (isWhole(row)) return name;
    return `${name}, ${words.chainage(format.decimal(row.fromM / 1000, 2), `${format.decimal(row.toM / 1000, 2)} km`)}`;
  };
  const idOf = ({ line, fromM }: RankedLine): string => `${line}-${Math.round(fromM)}`;
  const { fromMin, toMin } = ranking.basis;
  return (
    <>
      <SimpleTable
        caption={`${words.rankingTable} (${words.rateUnits[ranking.exposure]})`}
        rowKey={idOf}
        rows={ranking.lines}
        columns={[
          {
            id: 'line',
            title: words.line,
            isRowHeader: true,
            text: nameOf,
            cell: (row) => (
              <Button
                variant="quiet"
                onPress={() => useSession.getState().select({ type: 'line', id: info.lines[row.line]!.id })}
              >
                {nameOf(row)}
              </Button>
            ),
          },
          { id: 'count', title: words.incidents, align: 'end', text: ({ count }) => format.count(count) },
          { id: 'perKm', title: words.perKm, align: 'end', text: ({ perKm }) => decimal(perKm) },
          {
            id: 'rate',
            title: `${words.rate} (${words.interval})`,
            align: 'end',
            text: ({ rate, lower, upper }) => `${decimal(rate)} (${decimal(lower)}–${decimal(upper)})`,
          },
          { id: 'smoothed', title: words.smoothed, align: 'end', text: ({ smoothed }) => decimal(smoothed) },
          {
            id: 'sides',
            title: words.sides,
            text: ({ line, leftCount, rightCount }) =>
              `${unitOf(line, 'leftUnit')} ${format.count(leftCount)} · ${unitOf(line, 'rightUnit')} ${format.count(rightCount)}`,
          },
          ...(hasSpread
            ? [
                {
                  id: 'spread',
                  title: words.stability,
                  align: 'end' as const,
                  text: ({ spread }: RankedLine) => sayRange(spread),
                },
              ]
            : []),
          ...(hasBefore ? [{ id: 'change', title: words.change, text: change }] : []),
        ]}
      />
      <SmallMultiples
        tools={<ChartMenu chart={picture} />}
        listRef={list}
        charts={ranking.lines
          .filter(({ count }) => count > 0)
          .slice(0, MOST_CHARTS)
          .map((row) => ({ id: idOf(row), title: nameOf(row), values: row.parts }))}
        from={format.date(dayOfMinutes(fromMin))}
        to={format.date(dayOfMinutes(toMin - 1))}
      />
    </>
  );
}
