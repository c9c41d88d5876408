import { type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { ProfileMarks, type ProfileMarksProps } from './ProfileMarks';
import { type ChainSpan, ProfilePicture, type ProfilePictureProps } from './ProfilePicture';
import { ProfilePoint } from './ProfilePoint';
import { ProfileWatch, type WatchedSpan, watchRowsOf } from './ProfileWatch';
import { layProfileOut } from './profileLayout';

export interface ProfileChartProps
  extends Omit<ProfilePictureProps, 'layout'>,
    Omit<ProfileMarksProps, 'layout' | 'marks'> {
  /** What patrols watch; empty: they have no plan here. */
  readonly watched: readonly WatchedSpan[];
  /** Whether single incidents are drawn; they are not before an audience. */
  readonly hasMarks: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The farthest distance from a line that its zone has, metres. */
  readonly reachM: number;
  readonly brushed: readonly ChainSpan[];
  /** The place that is pointed at on the map, metres along the chain. */
  readonly pointedM: number | null;
  readonly onPoint: (atM: number | null) => void;
  readonly onBrush: (span: ChainSpan | null) => void;
}

const LEAST_BRUSH_PX = 6;
/** Beyond this share of the width words stand to the left of the pointer. */
const LATE = 0.75;

/** A border line pulled straight: density along it, incidents up on its left and down on its right, junctions and units named. */
export function ProfileChart(props: ProfileChartProps) {
  const { profile, widthPx, heightPx, reachM, watched, brushed, pointedM, onPoint, onBrush } = props;
  const words = useWords(hotspotWords);
  const format = useFormat();
  const titleId = useId();
  const svgRef = useRef<SVGSVGElement>(null);
  const [ownM, setOwnM] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ readonly startM: number; readonly endM: number } | null>(null);
  const { lengthM, marks, together, left, right } = profile;
  const layout = useMemo(
    () => layProfileOut(profile, { widthPx, heightPx, reachM, watchRows: watchRowsOf(watched) }),
    [profile, widthPx, heightPx, reachM, watched],
  );
  const { x, top, stripTop, stripBottom, axis } = layout;

  const atM = (event: PointerEvent): number => {
    const box = svgRef.current?.getBoundingClientRect();
    const px = box ? ((event.clientX - box.left) / box.width) * widthPx : 0;
    return Math.min(lengthM, Math.max(0, 1000 * x.fromPx(px)));
  };
  const move = (event: PointerEvent): void => {
    const at = atM(event);
    setOwnM(at);
    onPoint(at);
    if (drag) setDrag({ ...drag, endM: at });
  };
  const leave = (): void => {
    setOwnM(null);
    onPoint(null);
  };
  const spanOf = ({ startM, endM }: { readonly startM: number; readonly endM: number }): ChainSpan =>
    startM < endM ? { fromM: startM, toM: endM } : { fromM: endM, toM: startM };
  const widthOf = ({ fromM, toM }: ChainSpan): number => x.toPx(toM / 1000) - x.toPx(fromM / 1000);
  const finish = (): void => {
    if (!drag) return;
    const span = spanOf(drag);
    setDrag(null);
    onBrush(widthOf(span) >= LEAST_BRUSH_PX ? span : null);
  };
  const shownBrushes = drag ? [spanOf(drag)] : brushed;
  const pointM = ownM ?? pointedM;
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
      <ProfilePicture
        profile={profile}
        layout={layout}
        levelOf={props.levelOf}
        unitName={props.unitName}
        lineName={props.lineName}
        hot={props.hot}
      />
      <ProfileWatch layout={layout} watched={watched} />
      {props.hasMarks && (
        <ProfileMarks
          marks={marks}
          layout={layout}
          theme={props.theme}
          categoryOf={props.categoryOf}
          litSlot={props.litSlot}
          onHoverMark={props.onHoverMark}
          onSelectMark={props.onSelectMark}
        />
      )}
      {shownBrushes.map((span) => (
        <rect
          key={span.fromM}
          className="gr-Profile-brush"
          x={x.toPx(span.fromM / 1000)}
          width={Math.max(1, widthOf(span))}
          y={top}
          height={stripBottom - top}
        />
      ))}
      {pointM !== null && step >= 0 && (
        <ProfilePoint
          atX={x.toPx(pointM / 1000)}
          top={top}
          bottom={axis}
          isLate={pointM > lengthM * LATE}
          texts={[
            {
              y: top + 10,
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
