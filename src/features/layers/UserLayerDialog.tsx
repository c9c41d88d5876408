import type { Layer, LayerId, LayerStyle } from '../../domain';
import { LayerStyleDialog } from './LayerStyleDialog';
import { LayerZoneDialog } from './LayerZoneDialog';
import { RenameLayerDialog } from './RenameLayerDialog';

/** What is being asked about a layer. */
export interface LayerAct {
  readonly kind: 'rename' | 'style' | 'zone';
  readonly id: LayerId;
}

interface Props {
  readonly act: LayerAct | null;
  readonly layers: readonly Layer[];
  readonly onClose: () => void;
  readonly onRename: (id: LayerId, name: string) => void;
  readonly onStyle: (id: LayerId, style: LayerStyle) => void;
  readonly onZone: (id: LayerId, zoneM: number | null) => void;
}

/** The dialog of the act; none when the layer has gone meanwhile. Each opens afresh with what the layer says. */
export function UserLayerDialog({ act, layers, onClose, onRename, onStyle, onZone }: Props) {
  const layer = layers.find(({ id }) => id === act?.id);
  if (!act || !layer) return null;
  switch (act.kind) {
    case 'rename':
      return <RenameLayerDialog layer={layer} onSave={(name) => onRename(layer.id, name)} onClose={onClose} />;
    case 'style':
      return <LayerStyleDialog layer={layer} onSave={(style) => onStyle(layer.id, style)} onClose={onClose} />;
    case 'zone':
      return <LayerZoneDialog layer={layer} onSave={(zoneM) => onZone(layer.id, zoneM)} onClose={onClose} />;
  }
}
