import type { LayerGeometry, LayerStyle } from '../../domain';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import { MAP_PALETTES } from '../../map/palette';
import { CLUSTER_SIZES } from '../../map/symbols';
import type { MapTheme } from '../../map/types';
import { SAMPLE_H, SAMPLE_W, Sample } from './mapSamples';

const RING_PX = 3.5;
const SAMPLE_COUNT = 9;
const SAMPLE_SHARE = 1 / 3;

/** A counted mark, a third of which lies in the zone. */
export function CountedSample({ theme }: { readonly theme: MapTheme }) {
  const palette = MAP_PALETTES[theme];
  const side = CLUSTER_SIZES[0].diameterPx + 2;
  const middle = side / 2;
  const radius = CLUSTER_SIZES[0].diameterPx / 2 - RING_PX / 2;
  const around = 2 * Math.PI * radius;
  return (
    <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden="true" focusable="false">
      <circle cx={middle} cy={middle} r={radius} fill={palette.mark} stroke={palette.markRest} strokeWidth={RING_PX} />
      <circle
        cx={middle}
        cy={middle}
        r={radius}
        fill="none"
        stroke={palette.markRing}
        strokeWidth={RING_PX}
        strokeDasharray={`${SAMPLE_SHARE * around} ${around}`}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
      <text x={middle} y={middle + 4} textAnchor="middle" fontSize={11} fontWeight={600} fill={palette.markText}>
        {SAMPLE_COUNT}
      </text>
    </svg>
  );
}

/** An incident whose flag is in doubt: its symbol in a ring. */
export function UnsureSample({ theme }: { readonly theme: MapTheme }) {
  return (
    <svg width={28} height={28} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle cx={14} cy={14} r={12.5} fill="none" stroke={MAP_PALETTES[theme].unsure} strokeWidth={2} />
      <g transform="translate(4 4)">
        <IncidentSymbol category="theft" kind="administrative" isFlagged theme={theme} sizePx={20} />
      </g>
    </svg>
  );
}

const MIDDLE_X = SAMPLE_W / 2;
const MIDDLE_Y = SAMPLE_H / 2;
/** Wider lines and points would leave the sample. */
const WIDEST_PX = 9;

/** A layer of the user as the map draws it. */
export function UserLayerSample({ geometry, style }: { readonly geometry: LayerGeometry; readonly style: LayerStyle }) {
  const { color, opacity } = style;
  const width = Math.min(style.widthPx, WIDEST_PX);
  return (
    <Sample>
      {geometry === 'polygon' && (
        <rect
          x={3}
          y={3}
          width={SAMPLE_W - 6}
          height={SAMPLE_H - 6}
          fill={color}
          fillOpacity={opacity}
          stroke={color}
          strokeOpacity={Math.min(1, opacity + 0.5)}
          strokeWidth={Math.min(width, 5)}
        />
      )}
      {geometry === 'line' && (
        <path
          d={`M5 ${MIDDLE_Y + 4} L${MIDDLE_X} ${MIDDLE_Y - 3} L${SAMPLE_W - 5} ${MIDDLE_Y + 2}`}
          fill="none"
          stroke={color}
          strokeOpacity={opacity}
          strokeWidth={width}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {geometry === 'point' && (
        <circle cx={MIDDLE_X} cy={MIDDLE_Y} r={width} fill={color} fillOpacity={opacity} stroke="#ffffff" />
      )}
    </Sample>
  );
}
