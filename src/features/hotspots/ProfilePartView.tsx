export interface PartViewProps {
  readonly fromPx: number;
  readonly toPx: number;
  readonly middle: number;
  readonly top: number;
  readonly bottom: number;
  readonly linePx: number;
  readonly name: string;
  /** What its two ends are called. */
  readonly startName: string;
  readonly endName: string;
  readonly above: string;
  readonly below: string;
}

/** About the width of a letter of the unit names. */
const LETTER_PX = 6.6;

/** One line of the chain: its stroke, its ends as stations, the units at its sides. */
export function ProfilePartView({
  fromPx,
  toPx,
  middle,
  top,
  bottom,
  linePx,
  name,
  startName,
  endName,
  above,
  below,
}: PartViewProps) {
  const room = toPx - fromPx - 8;
  const fits = (text: string): string | null => {
    if (text.length * LETTER_PX <= room) return text;
    const letters = Math.floor(room / LETTER_PX) - 1;
    return letters >= 3 ? `${text.slice(0, letters)}…` : null;
  };
  const at = (fromPx + toPx) / 2;
  return (
    <g className="gr-Profile-part">
      <title>{name}</title>
      <line className="gr-Profile-junction" x1={fromPx} x2={fromPx} y1={top - 16} y2={bottom + 12} />
      <line className="gr-Profile-junction" x1={toPx} x2={toPx} y1={top - 16} y2={bottom + 12} />
      <line className="gr-Profile-line" x1={fromPx} x2={toPx} y1={middle} y2={middle} strokeWidth={linePx} />
      {[
        { atX: fromPx, title: startName },
        { atX: toPx, title: endName },
      ].map(({ atX, title }) => (
        <circle key={atX} className="gr-Profile-station" cx={atX} cy={middle} r={4}>
          <title>{title}</title>
        </circle>
      ))}
      {fits(above) && (
        <text className="gr-Profile-unitName" x={at} y={top - 5} textAnchor="middle">
          {fits(above)}
        </text>
      )}
      {fits(below) && (
        <text className="gr-Profile-unitName" x={at} y={bottom + 11} textAnchor="middle">
          {fits(below)}
        </text>
      )}
    </g>
  );
}
