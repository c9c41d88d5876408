import type { ReactNode } from 'react';
import { LegendPicture } from '../../map/LegendPicture';
import type { MapLayerGroup, VisibleLayers } from '../../map/types';
import { Checkbox, classNames, Disclosure } from '../../ui';
import type { LegendRow } from './legendRows';

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

/** Rows one below another. */
export function LegendList({
  rows,
  className = 'gr-Legend-list',
  ...toggling
}: Toggling & { readonly rows: readonly LegendRow[]; readonly className?: string }) {
  return (
    <ul className={className}>
      {rows.map((row) =>
        row.group ? (
          <ToggleRow key={row.id} {...toggling} row={row} group={row.group} />
        ) : (
          <KeyRow key={row.id} row={row} isDimmed={!row.needs.some((group) => toggling.visibleLayers[group])} />
        ),
      )}
    </ul>
  );
}

interface ToggleRowProps extends Toggling {
  readonly row: LegendRow;
  readonly group: MapLayerGroup;
}

/** A part of the map with its look, that can be shown and hidden. */
function ToggleRow({ row, group, visibleLayers, onToggle }: ToggleRowProps) {
  return (
    <li>
      <Checkbox isSelected={visibleLayers[group]} onChange={(isShown) => onToggle(group, isShown)}>
        <span className="gr-Legend-titled">
          {row.sample && <LegendPicture sample={row.sample} />}
          <span className="gr-Legend-words">
            <span>{row.text}</span>
            {row.hint && <span className="gr-Choice-hint">{row.hint}</span>}
          </span>
        </span>
      </Checkbox>
    </li>
  );
}

/** A sign and what it means; dimmed while what it explains is hidden. */
function KeyRow({ row, isDimmed }: { readonly row: LegendRow; readonly isDimmed: boolean }) {
  return (
    <li className={classNames('gr-Legend-key', isDimmed && 'gr-Legend-dimmed')}>
      {row.sample && <LegendPicture sample={row.sample} />}
      <span>{row.text}</span>
      {row.count !== undefined && <span className="gr-Legend-count gr-tabular">{row.count}</span>}
    </li>
  );
}
