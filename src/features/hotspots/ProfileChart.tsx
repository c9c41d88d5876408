import { type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { StripProfile } from '../../analysis/hotspots/makeProfile';
import type { Category, Level } from '../../domain';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import type { MapTheme } from '../../map/types';
import { areaOf, makeScale, pathOf } from './chartScale';
import { ProfileMark } from './ProfileMark';
import { ProfilePartView } from './ProfilePartView';
import { ProfilePoint } from './ProfilePoint';

/** A stretch of the chain, metres. */
export interface ChainSpan {
  readonly fromM: number;
  readonly toM: number;
}

/** A hot stretch of the chain. */
export interface HotSpan extends ChainSpan {
  /** 1: the strongest. */
  readonly rank: number;
  readonly p: number;
}

export interface ProfileChartProps {
  readonly profile: StripProfile;
  readonly theme: MapTheme;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The farthest distance from a line that its zone has, metres. */
  readonly reachM: number;
  readonly levelOf: (line: number) => Level;
  readonly unitName: (unit: number) => string;
  readonly lineName: (line: number) => string;
  readonly categoryOf: (code: number) => { readonly look: Category; readonly name: string };
  readonly hot: readonly HotSpan[];
  readonly brushed: ChainSpan | null;
  /** The place that is pointed at on the map, metres along the chain. */
  readonly pointedM: number | null;
  /** Slot of the incident that is pointed at on the map or chosen. */
  readonly litSlot: number | null;
  readonly onPoint: (atM: number | null) => void;
  readonly onHoverMark: (slot: number | null) => void;
  readonly onSelectMark: (slot: number) => void;
  readonly onBrush: (span: ChainSpan | null) => void;
}

const LEFT = 56;
const RIGHT = 12;
const DENSITY_SHARE = 0.27;
const TOP = 18;
const AXIS = 30;
/** With more incidents than this they are drawn as dots by how many there are. */
const MOST_SYMBOLS = 300;
const BIN_PX = 10;
const LEAST_BRUSH_PX = 6;
const HOT_PX = 12;
/** Beyond this share of the width words stand to the left of the pointer. */
const LATE = 0.75;
const LINE_PX: Record<Level, number> = { commune: 2, district: 3.5, province: 5 };

/** A border line pulled straight: density along it, incidents up on its left and down on its right, junctions and units named. */
export function ProfileChart(props: ProfileChartProps) {
  const { profile, theme, widthPx, heightPx, reachM, levelOf, unitName, lineName, categoryOf, hot, brushed } = props;
  const words = useWords(hotspotWords);
  const format = useFormat();
  const titleId = useId();
  const svgRef = useRef<SVGSVGElement>(null);
  const [ownM, setOwnM] = useState<number | null>(null);
  const pointM = ownM ?? props.pointedM;
  const [drag, setDrag] = useState<{ readonly startM: number; readonly endM: number } | null>(null);
  const { lengthM, parts, marks, together, left, right } = profile;

  const densityBottom = TOP + Math.round((heightPx - TOP - AXIS) * DENSITY_SHARE);
  const stripTop = densityBottom + 26;
  const stripBottom = heightPx - AXIS - 14;
  const middle = (stripTop + stripBottom) / 2;

  const x = useMemo(
    () => makeScale([0, lengthM / 1000], [LEFT, widthPx - RIGHT], Math.max(3, Math.floor(widthPx / 90))),
    [lengthM, widthPx],
  );
  const offset = useMemo(
    () => makeScale([-reachM, reachM], [stripBottom, stripTop], 4),
    [reachM, stripBottom, stripTop],
  );
  const densityMax = useMemo(() => {
    const most = Math.max(...together.perKmYear);
    // The interval may be wide: the curve decides the scale, twice its height is room enough for most of the band.
    return most > 0 ? Math.min(Math.max(...together.upper), 2 * most) : 1;
  }, [together]);
  const y = useMemo(() => makeScale([0, densityMax], [densityBottom, TOP], 2), [densityMax, densityBottom]);
  const sideMax = Math.max(...left.perKmYear, ...right.perKmYear, 1e-9);

  const paths = useMemo(() => {
    const xs = Array.from(together.positionM, (at) => x.toPx(at / 1000));
    const clampY = (value: number): number => Math.max(TOP, y.toPx(value));
    const halfPx = (stripBottom - stripTop) / 2;
    return {
      band: areaOf(xs, (i) => [clampY(together.upper[i]!), clampY(together.lower[i]!)]),
      curve: pathOf(xs.map((at, i) => [at, clampY(together.perKmYear[i]!)] as const)),
      up: areaOf(xs, (i) => [middle - (left.perKmYear[i]! / sideMax) * halfPx, middle]),
      down: areaOf(xs, (i) => [middle, middle + (right.perKmYear[i]! / sideMax) * halfPx]),
    };
  }, [together, left, right, x, y, middle, stripTop, stripBottom, sideMax]);

  const bins = useMemo(() => {
    if (marks.slot.length <= MOST_SYMBOLS) return null;
    const counts = new Map<number, number>();
    const columns = Math.ceil(widthPx / BIN_PX);
    for (let k = 0; k < marks.slot.length; k += 1) {
      const column = Math.floor(x.toPx(marks.chainageM[k]! / 1000) / BIN_PX);
      const cell = Math.floor(offset.toPx(marks.offsetM[k]!) / BIN_PX) * columns + column;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return [...counts].map(([cell, count]) => ({
      key: cell,
      atX: ((cell % columns) + 0.5) * BIN_PX,
      atY: (Math.floor(cell / columns) + 0.5) * BIN_PX,
      count,
    }));
  }, [marks, x, offset, widthPx]);

  const atM = (event: PointerEvent): number => {
    const box = svgRef.current?.getBoundingClientRect();
    const px = box ? ((event.clientX - box.left) / box.width) * widthPx : 0;
    return Math.min(lengthM, Math.max(0, 1000 * x.fromPx(px)));
  };
  const move = (event: PointerEvent): void => {
    const at = atM(event);
    setOwnM(at);
    props.onPoint(at);
    if (drag) setDrag({ ...drag, endM: at });
  };
  const leave = (): void => {
    setOwnM(null);
    props.onPoint(null);
  };
  const finish = (): void => {
    if (!drag) return;
    const [fromM, toM] = drag.startM < drag.endM ? [drag.startM, drag.endM] : [drag.endM, drag.startM];
    const isWide = Math.abs(x.toPx(toM / 1000) - x.toPx(fromM / 1000)) >= LEAST_BRUSH_PX;
    setDrag(null);
    props.onBrush(isWide ? { fromM, toM } : null);
  };
  const spanPx = ({ fromM, toM }: ChainSpan): { x: number; width: number } => ({
    x: x.toPx(fromM / 1000),
    width: Math.max(1, x.toPx(toM / 1000) - x.toPx(fromM / 1000)),
  });
  const shownBrush = drag
    ? { fromM: Math.min(drag.startM, drag.endM), toM: Math.max(drag.startM, drag.endM) }
    : brushed;
  const step = pointM === null ? -1 : nearestStep(together.positionM, pointM);
  const rateOf = ({ perKmYear }: typeof together): string => format.decimal(perKmYear[step]!, 1);

  return (
    <svg
      ref={svgRef}
      className="gr-Profile"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      role="img"
      aria-labelledby={titleId}
      onPointerMove={move}
      onPointerLeave={leave}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = atM(event);
        setDrag({ startM: at, endM: at });
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      <title id={titleId}>
        {`${words.profileTitle}. ${words.profileCaption(format.count(marks.slot.length), format.distance(lengthM))}`}
      </title>
      {y.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-grid">
          <line x1={LEFT} x2={widthPx - RIGHT} y1={y.toPx(tick)} y2={y.toPx(tick)} />
          <text x={LEFT - 6} y={y.toPx(tick) + 4} textAnchor="end">
            {format.decimal(tick, tick < 10 && tick % 1 !== 0 ? 1 : 0)}
          </text>
        </g>
      ))}
      <text className="gr-Profile-unit" x={LEFT} y={TOP - 6}>
        {words.perKmYearBand}
      </text>
      <path className="gr-Profile-band" d={paths.band} />
      <path className="gr-Profile-curve" d={paths.curve} />

      {offset.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-grid">
          <line x1={LEFT} x2={widthPx - RIGHT} y1={offset.toPx(tick)} y2={offset.toPx(tick)} />
          <text x={LEFT - 6} y={offset.toPx(tick) + 4} textAnchor="end">
            {format.count(Math.abs(tick))}
          </text>
        </g>
      ))}
      <text className="gr-Profile-unit" transform={`translate(12 ${middle}) rotate(-90)`} textAnchor="middle">
        {words.metresFromLine}
      </text>
      <path className="gr-Profile-side" d={paths.up} />
      <path className="gr-Profile-side" d={paths.down} />
      {hot.map((span) => (
        <rect
          key={`${span.rank}-${span.fromM}`}
          className="gr-Profile-hot"
          {...spanPx(span)}
          y={middle - HOT_PX / 2}
          height={HOT_PX}
        >
          <title>{words.hotSpan(String(span.rank), format.decimal(span.p, 3))}</title>
        </rect>
      ))}
      {parts.map((part) => (
        <ProfilePartView
          key={part.line}
          fromPx={x.toPx(part.fromM / 1000)}
          toPx={x.toPx(part.toM / 1000)}
          middle={middle}
          top={stripTop}
          bottom={stripBottom}
          linePx={LINE_PX[levelOf(part.line)]}
          name={lineName(part.line)}
          above={part.leftUnit < 0 ? words.outside : unitName(part.leftUnit)}
          below={part.rightUnit < 0 ? words.outside : unitName(part.rightUnit)}
        />
      ))}
      {bins
        ? bins.map(({ key, atX, atY, count }) => (
            <circle
              key={key}
              className="gr-Profile-bin"
              cx={atX}
              cy={atY}
              r={Math.min(BIN_PX / 2, 2 + Math.sqrt(count))}
            >
              <title>{format.count(count)}</title>
            </circle>
          ))
        : Array.from(marks.slot, (slot, k) => (
            <ProfileMark
              key={slot}
              slot={slot}
              atX={x.toPx(marks.chainageM[k]! / 1000)}
              atY={offset.toPx(marks.offsetM[k]!)}
              kind={marks.kind[k] === 0 ? 'criminal' : 'administrative'}
              category={categoryOf(marks.category[k]!)}
              isLit={slot === props.litSlot}
              theme={theme}
              onHover={props.onHoverMark}
              onSelect={props.onSelectMark}
            />
          ))}

      {shownBrush && <rect className="gr-Profile-brush" {...spanPx(shownBrush)} y={TOP} height={stripBottom - TOP} />}
      {x.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-axis">
          <line x1={x.toPx(tick)} x2={x.toPx(tick)} y1={heightPx - AXIS} y2={heightPx - AXIS + 5} />
          <text x={x.toPx(tick)} y={heightPx - AXIS + 18} textAnchor="middle">
            {format.decimal(tick, x.ticks.some((each) => each % 1 !== 0) ? 1 : 0)}
          </text>
        </g>
      ))}
      <line className="gr-Profile-base" x1={LEFT} x2={widthPx - RIGHT} y1={heightPx - AXIS} y2={heightPx - AXIS} />
      <text className="gr-Profile-unit" x={widthPx - RIGHT} y={heightPx - 1} textAnchor="end">
        {words.km}
      </text>
      {pointM !== null && step >= 0 && (
        <ProfilePoint
          atX={x.toPx(pointM / 1000)}
          top={TOP}
          bottom={heightPx - AXIS}
          isLate={pointM > lengthM * LATE}
          texts={[
            {
              y: TOP + 10,
              text: `${format.distance(pointM)}: ${rateOf(together)} (${format.decimal(together.lower[step]!, 1)}–${format.decimal(together.upper[step]!, 1)}) ${words.perKmYear}`,
            },
            { y: stripTop + 12, text: rateOf(left) },
            { y: stripBottom - 5, text: rateOf(right) },
          ]}
        />
      )}
    </svg>
  );
}

function nearestStep(positions: Float64Array, atM: number): number {
  const stepM = positions[1] ?? 1;
  return Math.min(positions.length - 1, Math.max(0, Math.round(atM / stepM)));
}
