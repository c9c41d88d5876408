import {
  CalendarClock,
  ChartArea,
  CircleGauge,
  Flame,
  Grid3x3,
  Hexagon,
  ListOrdered,
  Repeat,
  SquareSplitHorizontal,
} from 'lucide-react';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { HOTSPOT_VIEWS, type HotspotView } from '../../store';
import { Select, TileGroup, useIsPhone } from '../../ui';

const ICONS = {
  density: CircleGauge,
  seam: SquareSplitHorizontal,
  cells: Hexagon,
  profile: ChartArea,
  stretches: Flame,
  ranking: ListOrdered,
  timing: CalendarClock,
  repeats: Repeat,
  evaluation: Grid3x3,
} as const satisfies Record<HotspotView, unknown>;

export interface ViewPickerProps {
  readonly value: HotspotView;
  readonly onChange: (view: HotspotView) => void;
}

/** Which method looks at the border. */
export function ViewPicker({ value, onChange }: ViewPickerProps) {
  const words = useWords(hotspotWords);
  const isPhone = useIsPhone();
  // Nine tiles would hide what the method says.
  if (isPhone)
    return (
      <Select
        label={words.method}
        options={HOTSPOT_VIEWS.map((id) => ({ id, title: words.views[id] }))}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <div className="gr-ViewPicker">
      <TileGroup
        label={words.method}
        isLabelHidden
        value={value}
        onChange={onChange}
        tiles={HOTSPOT_VIEWS.map((id) => {
          const Icon = ICONS[id];
          return { id, title: words.views[id], picture: <Icon size={16} strokeWidth={1.75} /> };
        })}
      />
    </div>
  );
}
