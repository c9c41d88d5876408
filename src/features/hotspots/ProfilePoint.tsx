export interface ProfilePointProps {
  readonly atX: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether words stand to the left of the place. */
  readonly isLate: boolean;
  /** What holds there, each with the height at which it is written. */
  readonly texts: readonly { readonly y: number; readonly text: string }[];
}

const GAP_PX = 6;

/** The place that is pointed at, with what holds there. */
export function ProfilePoint({ atX, top, bottom, isLate, texts }: ProfilePointProps) {
  return (
    <g className="gr-Profile-point">
      <line x1={atX} x2={atX} y1={top} y2={bottom} />
      {texts.map(({ y, text }) => (
        <text key={y} x={atX + (isLate ? -GAP_PX : GAP_PX)} y={y} textAnchor={isLate ? 'end' : 'start'}>
          {text}
        </text>
      ))}
    </g>
  );
}
