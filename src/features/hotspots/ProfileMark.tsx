import type { Category, IncidentKind } from '../../domain';
import { SYMBOL_BOX, symbolShape } from '../../map/symbols';
import type { MapTheme } from '../../map/types';

export interface ProfileMarkProps {
  readonly slot: number;
  readonly atX: number;
  readonly atY: number;
  readonly kind: IncidentKind;
  readonly category: { readonly look: Category; readonly name: string };
  readonly isLit: boolean;
  readonly theme: MapTheme;
  readonly onHover: (slot: number | null) => void;
  readonly onSelect: (slot: number) => void;
}

const SYMBOL_PX = 16;
const LIT = 1.6;

/** An incident on the profile, with the symbol that it has on the map. The table of incidents gives the same by keys. */
export function ProfileMark({ slot, atX, atY, kind, category, isLit, theme, onHover, onSelect }: ProfileMarkProps) {
  const shape = symbolShape({ category: category.look, kind, isFlagged: true }, theme);
  const px = isLit ? SYMBOL_PX * LIT : SYMBOL_PX;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only, see above
    <g
      className="gr-Profile-mark"
      data-lit={isLit || undefined}
      transform={`translate(${atX - px / 2} ${atY - px / 2}) scale(${px / SYMBOL_BOX})`}
      onPointerEnter={() => onHover(slot)}
      onPointerLeave={() => onHover(null)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onSelect(slot)}
    >
      <title>{category.name}</title>
      <path d={shape.outline} fill="none" stroke={shape.edge} strokeWidth={shape.edgeWidth} />
      <path d={shape.outline} fill={shape.fill} stroke={shape.rim} strokeWidth={shape.rimWidth} />
      <path d={shape.sign} fill="none" stroke={shape.signColor} strokeWidth={shape.signWidth} />
    </g>
  );
}
