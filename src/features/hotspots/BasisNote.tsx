import type { HotspotBasis } from '../../analysis/hotspots/hotspotState';
import { dayOfMinutes } from '../../analysis/incidentColumns';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import { Stamp, Switch } from '../../ui';

export interface BasisNoteProps {
  readonly basis: HotspotBasis;
  /** What the boundaries are of, in words. */
  readonly edition: string;
}

/** What a result is made of: how many incidents of which days, what is left out and why. */
export function BasisNote({ basis, edition }: BasisNoteProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const { fromMin, toMin, count, used, discovered, unplaced, simulated } = basis;
  return (
    <div className="gr-Basis">
      <p>
        {words.basis(format.count(count), format.date(dayOfMinutes(fromMin)), format.date(dayOfMinutes(toMin - 1)))}
        {simulated > 0 && (
          <>
            {' '}
            <Stamp>{words.simulated}</Stamp>
          </>
        )}
      </p>
      {used < count && <p>{words.usedOf(format.count(used))}</p>}
      {discovered > 0 && <p>{words.discoveredOut(format.count(discovered))}</p>}
      {unplaced > 0 && <p>{words.unplaced(format.count(unplaced))}</p>}
      <p>{words.source(edition)}</p>
    </div>
  );
}

export interface DiscoveredSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether what patrols came upon counts, too. */
export function DiscoveredSwitch({ isOn, onChange }: DiscoveredSwitchProps) {
  const words = useWords(hotspotWords);
  return (
    <Switch isSelected={isOn} onChange={onChange}>
      {words.withDiscovered}
    </Switch>
  );
}
