const WIDTH_PX = 34;
const HEIGHT_PX = 14;
const STROKES = { 1: 2, 2: 4, 3: 7 } as const;

export interface GapSwatchProps {
  readonly level: 1 | 2 | 3;
  readonly isNever?: boolean;
}

/** How a gap is drawn on the map. */
export function GapSwatch({ level, isNever = false }: GapSwatchProps) {
  return (
    <svg className="gr-GapSwatch" width={WIDTH_PX} height={HEIGHT_PX} aria-hidden data-level={level}>
      <line
        x1={0}
        x2={WIDTH_PX}
        y1={HEIGHT_PX / 2}
        y2={HEIGHT_PX / 2}
        strokeWidth={STROKES[level]}
        {...(isNever ? { strokeDasharray: '8 4' } : {})}
      />
    </svg>
  );
}
