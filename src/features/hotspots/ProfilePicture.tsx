import { memo, useMemo } from 'react';
import type { StripProfile } from '../../analysis/hotspots/makeProfile';
import type { Level } from '../../domain';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { areaOf, pathOf } from './chartScale';
import { ProfilePartView } from './ProfilePartView';
import type { ProfileLayout } from './profileLayout';

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

type Part = StripProfile['parts'][number];

export interface ProfilePictureProps {
  readonly profile: StripProfile;
  readonly layout: ProfileLayout;
  readonly levelOf: (line: number) => Level;
  readonly unitName: (unit: number) => string;
  readonly lineName: (line: number) => string;
  /** Hot stretches of these lines, strongest first. */
  readonly hot: readonly HotSpan[];
}

const HOT_PX = 12;
const LINE_PX: Record<Level, number> = { commune: 2, district: 3.5, province: 5 };

/** All of a profile that does not follow the pointer: density with its interval, the sides, the lines with their units, hot stretches and axes. */
export const ProfilePicture = memo(({ profile, layout, levelOf, unitName, lineName, hot }: ProfilePictureProps) => {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { parts, together, left, right } = profile;
  const { x, y, offset, top, stripTop, stripBottom, middle, axis } = layout;
  const paths = useMemo(() => {
    const xs = Array.from(together.positionM, (at) => x.toPx(at / 1000));
    const clampY = (value: number): number => Math.max(top, y.toPx(value));
    const sideMax = Math.max(...left.perKmYear, ...right.perKmYear, 1e-9);
    const halfPx = (stripBottom - stripTop) / 2;
    return {
      band: areaOf(xs, (i) => [clampY(together.upper[i]!), clampY(together.lower[i]!)]),
      curve: pathOf(xs.map((at, i) => [at, clampY(together.perKmYear[i]!)] as const)),
      up: areaOf(xs, (i) => [middle - (left.perKmYear[i]! / sideMax) * halfPx, middle]),
      down: areaOf(xs, (i) => [middle, middle + (right.perKmYear[i]! / sideMax) * halfPx]),
    };
  }, [together, left, right, x, y, top, middle, stripTop, stripBottom]);
  const nameOf = (unit: number): string => (unit < 0 ? words.outside : unitName(unit));
  /** The units that meet where two parts do, or those at an end. */
  const junctionName = (before: Part | undefined, after: Part | undefined): string => {
    const units = [before, after].flatMap((part) => (part ? [part.leftUnit, part.rightUnit] : []));
    return words.junction([...new Set(units)].map(nameOf).join(', '));
  };
  const digits = x.ticks.some((each) => each % 1 !== 0) ? 1 : 0;
  return (
    <>
      {y.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-grid">
          <line x1={layout.left} x2={layout.right} y1={y.toPx(tick)} y2={y.toPx(tick)} />
          <text x={layout.left - 6} y={y.toPx(tick) + 4} textAnchor="end">
            {format.decimal(tick, tick < 10 && tick % 1 !== 0 ? 1 : 0)}
          </text>
        </g>
      ))}
      <text className="gr-Profile-unit" x={layout.left} y={top - 6}>
        {words.perKmYearBand}
      </text>
      <path className="gr-Profile-band" d={paths.band} />
      <path className="gr-Profile-curve" d={paths.curve} />
      {offset.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-grid">
          <line x1={layout.left} x2={layout.right} y1={offset.toPx(tick)} y2={offset.toPx(tick)} />
          <text x={layout.left - 6} y={offset.toPx(tick) + 4} textAnchor="end">
            {format.count(Math.abs(tick))}
          </text>
        </g>
      ))}
      <text className="gr-Profile-unit" transform={`translate(12 ${middle}) rotate(-90)`} textAnchor="middle">
        {words.metresFromLine}
      </text>
      <path className="gr-Profile-side" d={paths.up} />
      <path className="gr-Profile-side" d={paths.down} />
      {hot.map(({ fromM, toM, rank, p }) => (
        <rect
          key={`${rank}-${fromM}`}
          className="gr-Profile-hot"
          x={x.toPx(fromM / 1000)}
          width={Math.max(1, x.toPx(toM / 1000) - x.toPx(fromM / 1000))}
          y={middle - HOT_PX / 2}
          height={HOT_PX}
        >
          <title>{words.hotSpan(String(rank), format.decimal(p, 3))}</title>
        </rect>
      ))}
      {parts.map((part, k) => (
        <ProfilePartView
          key={part.line}
          fromPx={x.toPx(part.fromM / 1000)}
          toPx={x.toPx(part.toM / 1000)}
          middle={middle}
          top={stripTop}
          bottom={stripBottom}
          linePx={LINE_PX[levelOf(part.line)]}
          name={lineName(part.line)}
          startName={junctionName(parts[k - 1], part)}
          endName={junctionName(part, parts[k + 1])}
          above={nameOf(part.leftUnit)}
          below={nameOf(part.rightUnit)}
        />
      ))}
      {x.ticks.map((tick) => (
        <g key={tick} className="gr-Profile-axis">
          <line x1={x.toPx(tick)} x2={x.toPx(tick)} y1={axis} y2={axis + 5} />
          <text x={x.toPx(tick)} y={axis + 18} textAnchor="middle">
            {format.decimal(tick, digits)}
          </text>
        </g>
      ))}
      <line className="gr-Profile-base" x1={layout.left} x2={layout.right} y1={axis} y2={axis} />
      <text className="gr-Profile-unit" x={layout.right} y={axis + 29} textAnchor="end">
        {words.km}
      </text>
    </>
  );
});
ProfilePicture.displayName = 'ProfilePicture';
