import { MOST_KMH, type RoadClass, type TravelMode, type TravelSpeeds } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { roadsWords } from '../../i18n/roadsWords';
import { useWords } from '../../i18n/useWords';
import { Button, NumberField } from '../../ui';

export interface SpeedsTableProps {
  readonly speeds: TravelSpeeds;
  /** Those that teams use. */
  readonly modes: readonly TravelMode[];
  /** Those that the network has. */
  readonly classes: readonly RoadClass[];
  readonly onChange: (speeds: TravelSpeeds) => void;
  /** Null: nothing was changed. */
  readonly onReset: (() => void) | null;
}

/** How fast teams get about, by class of road. */
export function SpeedsTable({ speeds, modes, classes, onChange, onReset }: SpeedsTableProps) {
  const words = useWords(roadsWords);
  const { modes: modeNames } = useWords(patrolWords);
  return (
    <div className="gr-Stack">
      <p className="gr-muted">{words.speedsNote}</p>
      <div className="gr-Speeds">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.class}</th>
              {modes.map((mode) => (
                <th key={mode} scope="col">
                  {modeNames[mode]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((roadClass) => (
              <tr key={roadClass}>
                <th scope="row">{words.className[roadClass]}</th>
                {modes.map((mode) => (
                  <td key={mode}>
                    <NumberField
                      label={words.speed(modeNames[mode], words.className[roadClass])}
                      isLabelHidden
                      value={speeds[mode][roadClass]}
                      onChange={(kmh) =>
                        onChange({
                          ...speeds,
                          [mode]: { ...speeds[mode], [roadClass]: kmh ?? speeds[mode][roadClass] },
                        })
                      }
                      min={0}
                      max={MOST_KMH}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onReset && (
        <div>
          <Button onPress={onReset}>{words.speedsReset}</Button>
        </div>
      )}
    </div>
  );
}
