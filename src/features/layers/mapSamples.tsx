import type { ReactNode } from 'react';
import type { Exactness, Level } from '../../domain';
import { DASHES, EMPHASIS, LINE_WIDTHS } from '../../map/layers/lineLayers';
import { MAP_PALETTES } from '../../map/palette';
import type { BorderLineProperties, MapTheme } from '../../map/types';

export const SAMPLE_W = 36;
export const SAMPLE_H = 20;

/** The frame of every sample; words stand beside it, so it is hidden from readers. */
export function Sample({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="gr-Legend-sample"
      width={SAMPLE_W}
      height={SAMPLE_H}
      viewBox={`0 0 ${SAMPLE_W} ${SAMPLE_H}`}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

interface LineSampleProps {
  readonly theme: MapTheme;
  readonly level: Level;
  readonly clusterLine?: BorderLineProperties['clusterLine'];
  readonly exactness?: Exactness;
  readonly isCore?: boolean;
}

/** A border line as the map draws it at its middle zoom. */
export function LineSample({
  theme,
  level,
  clusterLine = 'none',
  exactness = 'exact',
  isCore = true,
}: LineSampleProps) {
  const palette = MAP_PALETTES[theme];
  const ofLevel = isCore ? (level === 'commune' ? palette.communeLine : palette.line) : palette.contextLine;
  const color = { inner: palette.clusterInner, outer: palette.clusterOuter, none: ofLevel }[clusterLine];
  const [inner, outer] = EMPHASIS[level];
  const width = LINE_WIDTHS[level][1] * { inner, outer, none: 1 }[clusterLine];
  const isDashed = exactness === 'approximate';
  return (
    <Sample>
      <path
        d={`M3 ${SAMPLE_H / 2} H${SAMPLE_W - 3}`}
        stroke={color}
        strokeWidth={width}
        strokeLinecap={isDashed ? 'butt' : 'round'}
        {...(isDashed && { strokeDasharray: DASHES[level].map((part) => part * width).join(' ') })}
      />
    </Sample>
  );
}

/** The edge of the data. */
export function EdgeSample({ theme }: { readonly theme: MapTheme }) {
  return (
    <Sample>
      <path
        d={`M3 ${SAMPLE_H / 2} H${SAMPLE_W - 3}`}
        stroke={MAP_PALETTES[theme].coverageEdge}
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeDasharray="0.1 4.5"
      />
    </Sample>
  );
}

/** A soft band with a hairline edge, and the line that it is around. */
export function ZoneSample({ theme, level }: { readonly theme: MapTheme; readonly level: Level }) {
  const palette = MAP_PALETTES[theme];
  return (
    <Sample>
      <rect x={1.5} y={2.5} width={SAMPLE_W - 3} height={SAMPLE_H - 5} fill={palette.tints[0]} />
      <g stroke={palette.zone} fill={palette.zone}>
        <rect
          x={1.5}
          y={2.5}
          width={SAMPLE_W - 3}
          height={SAMPLE_H - 5}
          fillOpacity={0.16}
          strokeOpacity={0.5}
          strokeWidth={1}
        />
      </g>
      <path
        d={`M2 ${SAMPLE_H / 2} H${SAMPLE_W - 2}`}
        stroke={palette.clusterInner}
        strokeWidth={LINE_WIDTHS[level][1] * EMPHASIS[level][0]}
      />
    </Sample>
  );
}

/** Land of one standing: the tints of the districts side by side; context units hatched. */
export function UnitSample({
  theme,
  standing,
}: {
  readonly theme: MapTheme;
  readonly standing: 'member' | 'core' | 'context';
}) {
  const palette = MAP_PALETTES[theme];
  const tints = { member: palette.memberTints, core: palette.tints, context: [palette.contextFill] }[standing];
  const width = (SAMPLE_W - 2) / tints.length;
  return (
    <Sample>
      {tints.map((tint, i) => (
        <rect key={tint} x={1 + i * width} y={2} width={width} height={SAMPLE_H - 4} fill={tint} />
      ))}
      {standing === 'context' && (
        <path d="M2 18 L18 2 M10 18 L26 2 M18 18 L34 2" stroke={palette.hatch} strokeWidth={1} />
      )}
      <rect x={1} y={2} width={SAMPLE_W - 2} height={SAMPLE_H - 4} fill="none" stroke={palette.communeLine} />
    </Sample>
  );
}

export function RiverSample({ theme }: { readonly theme: MapTheme }) {
  return (
    <Sample>
      <path
        d="M3 13 C12 3 22 18 33 7"
        fill="none"
        stroke={MAP_PALETTES[theme].river}
        strokeWidth={6}
        strokeLinecap="round"
      />
    </Sample>
  );
}

export function PlaceSample({ theme }: { readonly theme: MapTheme }) {
  return (
    <Sample>
      <circle cx={SAMPLE_W / 2} cy={SAMPLE_H / 2} r={2.5} fill={MAP_PALETTES[theme].placeText} />
    </Sample>
  );
}

export function LabelSample({ theme, text }: { readonly theme: MapTheme; readonly text: string }) {
  return (
    <Sample>
      <text
        x={SAMPLE_W / 2}
        y={15}
        textAnchor="middle"
        fontSize={13}
        fontWeight={600}
        fill={MAP_PALETTES[theme].memberText}
      >
        {text}
      </text>
    </Sample>
  );
}
