import { ALPHA } from '../../analysis/hotspots/alpha';
import type { FoundStretches } from '../../analysis/hotspots/findStretches';
import type { DrawRange } from '../../analysis/hotspots/rangeOfDraws';
import { dayOfMinutes } from '../../analysis/incidentColumns';
import { poissonInterval } from '../../analysis/statistics/poissonInterval';
import type { HotStretch } from '../../analysis/strip/scanBorder';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { Button, EmptyState, SimpleTable } from '../../ui';

export interface StretchTableProps {
  readonly found: FoundStretches;
  readonly lineName: (line: number) => string;
  readonly sayRange: (range: DrawRange) => string;
  readonly onShow: (rank: number) => void;
}

/** Where each part of a stretch begins and ends: "Bạch Hạc – Việt Xuân, lý trình 0,45–1,20 km". */
function describeStretch(
  { parts }: Pick<HotStretch, 'parts'>,
  {
    lineName,
    say,
  }: { readonly lineName: (line: number) => string; readonly say: (fromM: number, toM: number) => string },
): string {
  return parts
    .map(({ line, fromM, toM }) => `${lineName(line)}, ${say(Math.min(fromM, toM), Math.max(fromM, toM))}`)
    .join('; ');
}

/** Hot stretches with counts, what was expected, and how likely chance would do the same. */
export function StretchTable({ found, lineName, onShow, sayRange }: StretchTableProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { stretches, binEdges, replicates, spread } = found;
  if (stretches.length === 0) return <EmptyState title={words.noStretch} />;
  const probability = (p: number): string => {
    const digits = Math.max(2, Math.ceil(Math.log10(replicates + 1)));
    return format.decimal(p, digits);
  };
  const say = (fromM: number, toM: number): string =>
    words.chainage(format.decimal(fromM / 1000, 2), `${format.decimal(toM / 1000, 2)} km`);
  const periodOf = ({ fromBin, toBin }: HotStretch): string => {
    if (!binEdges || fromBin === undefined || toBin === undefined) return '';
    return `${format.date(dayOfMinutes(binEdges[fromBin]!))} – ${format.date(dayOfMinutes(binEdges[toBin + 1]! - 1))}`;
  };
  const rows = stretches.map((stretch, k) => ({ stretch, rank: k + 1, spread: spread?.[k] ?? null }));
  /** The interval is that of the count, carried over. */
  const ratio = ({ relativeRisk, count }: HotStretch): string => {
    if (!Number.isFinite(relativeRisk)) return '∞';
    const [low, high] = poissonInterval(count).map((limit) => format.decimal((relativeRisk * limit) / count, 1));
    return `${format.decimal(relativeRisk, 1)} (${low}–${high})`;
  };
  return (
    <SimpleTable
      caption={words.stretchTable}
      rowKey={({ rank }) => String(rank)}
      rows={rows}
      columns={[
        { id: 'rank', title: '#', align: 'end', text: ({ rank }) => String(rank) },
        {
          id: 'stretch',
          title: words.stretch,
          isRowHeader: true,
          text: ({ stretch }) => describeStretch(stretch, { lineName, say }),
          cell: ({ stretch, rank }) => (
            <Button variant="quiet" onPress={() => onShow(rank)}>
              {describeStretch(stretch, { lineName, say })}
            </Button>
          ),
        },
        ...(binEdges
          ? [{ id: 'period', title: words.period, text: ({ stretch }: (typeof rows)[number]) => periodOf(stretch) }]
          : []),
        { id: 'count', title: words.incidents, align: 'end', text: ({ stretch }) => format.count(stretch.count) },
        ...(spread
          ? [
              {
                id: 'spread',
                title: words.stability,
                text: ({ spread: range, stretch }: (typeof rows)[number]) => {
                  if (!range) return '';
                  const holds = stretch.p <= ALPHA ? `; ${words.heldIn(format.percent(range.holds))}` : '';
                  return `${sayRange(range)}${holds}`;
                },
              },
            ]
          : []),
        {
          id: 'expected',
          title: words.expected,
          align: 'end',
          text: ({ stretch }) => format.decimal(stretch.expected, stretch.expected < 1 ? 2 : 1),
        },
        {
          id: 'risk',
          title: `${words.relativeRisk} (${words.interval})`,
          align: 'end',
          text: ({ stretch }) => ratio(stretch),
        },
        {
          id: 'p',
          title: words.probability,
          align: 'end',
          text: ({ stretch }) => probability(stretch.p),
          cell: ({ stretch }) =>
            stretch.p <= ALPHA ? (
              <strong>{probability(stretch.p)}</strong>
            ) : (
              <span className="gr-muted">{`${probability(stretch.p)} · ${words.notSignificant}`}</span>
            ),
        },
      ]}
    />
  );
}
