import type { ReactNode } from 'react';
import type { MapLayerGroup, VisibleLayers } from '../../map/types';
import { Checkbox, classNames, Disclosure } from '../../ui';

/** What every part of the legend that can be shown and hidden is given. */
export interface Toggling {
  readonly visibleLayers: VisibleLayers;
  readonly onToggle: (group: MapLayerGroup, isShown: boolean) => void;
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function LegendSection({ title, aside, children }: SectionProps) {
  return (
    <Disclosure title={title} aside={aside} level={3} defaultOpen>
      {children}
    </Disclosure>
  );
}

interface ToggleRowProps extends Toggling {
  readonly group: MapLayerGroup;
  readonly sample?: ReactNode;
  readonly title: string;
  readonly hint?: string;
}

/** A part of the map with its look, that can be shown and hidden. */
export function ToggleRow({ group, sample, title, hint, visibleLayers, onToggle }: ToggleRowProps) {
  return (
    <li>
      <Checkbox isSelected={visibleLayers[group]} onChange={(isShown) => onToggle(group, isShown)}>
        <span className="gr-Legend-titled">
          {sample}
          <span className="gr-Legend-words">
            <span>{title}</span>
            {hint && <span className="gr-Choice-hint">{hint}</span>}
          </span>
        </span>
      </Checkbox>
    </li>
  );
}

interface KeyRowProps {
  readonly sample: ReactNode;
  readonly text: string;
  /** What it explains is hidden now. */
  readonly isDimmed?: boolean;
}

/** A sign and what it means. */
export function KeyRow({ sample, text, isDimmed = false }: KeyRowProps) {
  return (
    <li className={classNames('gr-Legend-key', isDimmed && 'gr-Legend-dimmed')}>
      {sample}
      <span>{text}</span>
    </li>
  );
}
