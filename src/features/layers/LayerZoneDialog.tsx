import { useState } from 'react';
import { type Layer, MAX_ZONE_M, MIN_ZONE_M } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, Dialog, NumberField, Switch } from '../../ui';

/** What a line or point layer is offered at first. */
const FIRST_ZONE_M = 200;

interface Props {
  readonly layer: Layer;
  readonly onSave: (zoneM: number | null) => void;
  readonly onClose: () => void;
}

/** Whether a layer flags incidents: polygons by what they hold, lines and points by a distance. */
export function LayerZoneDialog({ layer, onSave, onClose }: Props) {
  const { common, layers: words } = useMessages();
  const format = useFormat();
  const { geometry } = layer;
  const holds = geometry === 'polygon';
  const [isZone, setIsZone] = useState(layer.zoneM !== null);
  const [distanceM, setDistanceM] = useState<number | null>(holds ? 0 : (layer.zoneM ?? FIRST_ZONE_M));
  const range = [format.distance(MIN_ZONE_M), format.distance(MAX_ZONE_M)] as const;
  const isMissing = isZone && distanceM === null;
  const save = (): void => {
    const next = isZone ? distanceM : null;
    if (next !== layer.zoneM) onSave(next);
    onClose();
  };
  return (
    <Dialog
      title={words.zoneTitle(layer.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save} isDisabled={isMissing}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="gr-LayerForm">
        <Switch isSelected={isZone} onChange={setIsZone} hint={words.zoneHint[geometry]}>
          {words.zoneSwitch}
        </Switch>
        {!holds && (
          <NumberField
            label={words.zoneDistance}
            unit="m"
            value={distanceM}
            onChange={setDistanceM}
            min={MIN_ZONE_M}
            max={MAX_ZONE_M}
            format={{ maximumFractionDigits: 0 }}
            isDisabled={!isZone}
            hint={words.zoneRange(...range)}
            error={isMissing ? words.zoneMissing(...range) : null}
          />
        )}
      </div>
    </Dialog>
  );
}
