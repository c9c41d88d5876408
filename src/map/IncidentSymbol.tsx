import type { Category, IncidentKind } from '../domain';
import { SYMBOL_BOX, symbolShape } from './symbols';
import type { MapTheme } from './types';

interface Props {
  readonly category: Category;
  readonly kind: IncidentKind;
  readonly isFlagged: boolean;
  readonly theme: MapTheme;
  readonly sizePx?: number;
}

/** An incident's symbol as the map draws it, for legends and tables; words stand beside it, so it is hidden from readers. */
export function IncidentSymbol({ category, kind, isFlagged, theme, sizePx = 20 }: Props) {
  const shape = symbolShape({ category, kind, isFlagged }, theme);
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox={`0 0 ${SYMBOL_BOX} ${SYMBOL_BOX}`}
      aria-hidden="true"
      focusable="false"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shape.outline} fill="none" stroke={shape.edge} strokeWidth={shape.edgeWidth} />
      <path d={shape.outline} fill={shape.fill} stroke={shape.rim} strokeWidth={shape.rimWidth} />
      <path d={shape.sign} fill="none" stroke={shape.signColor} strokeWidth={shape.signWidth} />
    </svg>
  );
}
