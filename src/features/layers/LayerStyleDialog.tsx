import { useState } from 'react';
import type { Layer, LayerStyle } from '../../domain';
import { useMessages } from '../../i18n';
import { LegendPicture } from '../../map/LegendPicture';
import { userLayerSample } from '../../map/legendSamples';
import { Button, Dialog, Slider } from '../../ui';
import { ColorField } from './ColorField';

const MIN_WIDTH_PX = 0.5;
const MAX_WIDTH_PX = 20;

interface Props {
  readonly layer: Layer;
  readonly onSave: (style: LayerStyle) => void;
  readonly onClose: () => void;
}

/** How a layer is drawn: one change for all of it. */
export function LayerStyleDialog({ layer, onSave, onClose }: Props) {
  const { common, layers: words } = useMessages();
  const [style, setStyle] = useState(layer.style);
  const [isColorValid, setIsColorValid] = useState(true);
  const isSame =
    style.color === layer.style.color && style.opacity === layer.style.opacity && style.widthPx === layer.style.widthPx;
  const save = (): void => {
    if (!isSame) onSave(style);
    onClose();
  };
  return (
    <Dialog
      title={words.styleTitle(layer.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save} isDisabled={!isColorValid}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="gr-LayerForm">
        <ColorField
          value={style.color}
          onChange={(color) => setStyle({ ...style, color })}
          onValidity={setIsColorValid}
        />
        <Slider
          label={words.opacity}
          unit="%"
          min={5}
          max={100}
          step={5}
          value={Math.round(style.opacity * 100)}
          onChange={(percent) => setStyle({ ...style, opacity: percent / 100 })}
        />
        <Slider
          label={words.width[layer.geometry]}
          unit="px"
          min={MIN_WIDTH_PX}
          max={MAX_WIDTH_PX}
          step={0.5}
          value={style.widthPx}
          onChange={(widthPx) => setStyle({ ...style, widthPx })}
        />
        <div className="gr-LayerForm-preview">
          <span>{words.preview}</span>
          <LegendPicture sample={userLayerSample(layer.geometry, style)} />
        </div>
      </div>
    </Dialog>
  );
}
