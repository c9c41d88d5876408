import { ArrowDown, ArrowUp, EllipsisVertical, Flag, Palette, Pencil, Scan, Trash2 } from 'lucide-react';
import type { Ref } from 'react';
import type { Layer } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { LegendPicture } from '../../map/LegendPicture';
import { userLayerSample } from '../../map/legendSamples';
import { Checkbox, IconButton, Menu, type MenuGroup } from '../../ui';
import type { LayerAct } from './UserLayerDialog';

interface Props {
  readonly layer: Layer;
  readonly isTop: boolean;
  readonly isBottom: boolean;
  readonly onVisible: (isVisible: boolean) => void;
  readonly onAct: (kind: LayerAct['kind']) => void;
  /** −1: up, towards the top of the map. */
  readonly onMove: (step: -1 | 1) => void;
  readonly onZoomTo: () => void;
  readonly onRemove: () => void;
  readonly menuRef: Ref<HTMLButtonElement>;
}

/** One layer of the user: look, name, what it holds and does; all else in its menu. */
export function UserLayerRow(props: Props) {
  const { layer, onAct, onMove } = props;
  const { layers: words } = useMessages();
  const format = useFormat();
  const { geometry, featureCount, zoneM } = layer;
  const zone = geometry === 'polygon' ? words.zoneInside : words.zoneWithin(format.distance(zoneM ?? 0));
  const facts = [
    words.featureCount[geometry](featureCount, format.count(featureCount)),
    zoneM !== null && zone,
    zoneM !== null && !layer.isVisible && words.zoneWhileHidden,
  ].filter((fact) => fact !== false);
  const groups: readonly MenuGroup[] = [
    {
      id: 'change',
      entries: [
        { id: 'zoom', title: words.zoomTo, icon: Scan, onAction: props.onZoomTo },
        { id: 'rename', title: words.rename, icon: Pencil, onAction: () => onAct('rename') },
        { id: 'style', title: words.restyle, icon: Palette, onAction: () => onAct('style') },
        { id: 'zone', title: words.useAsZone, icon: Flag, onAction: () => onAct('zone') },
      ],
    },
    {
      id: 'order',
      entries: [
        {
          id: 'up',
          title: words.moveUp,
          icon: ArrowUp,
          disabledReason: props.isTop ? words.isTop : null,
          onAction: () => onMove(-1),
        },
        {
          id: 'down',
          title: words.moveDown,
          icon: ArrowDown,
          disabledReason: props.isBottom ? words.isBottom : null,
          onAction: () => onMove(1),
        },
      ],
    },
    {
      id: 'removal',
      entries: [{ id: 'remove', title: words.remove, icon: Trash2, isDanger: true, onAction: props.onRemove }],
    },
  ];
  return (
    <li className="gr-Legend-own">
      <Checkbox isSelected={layer.isVisible} onChange={props.onVisible}>
        <span className="gr-Legend-titled">
          <LegendPicture sample={userLayerSample(geometry, layer.style)} />
          <span className="gr-Legend-words">
            <span className="gr-Legend-name">{layer.name}</span>
            <span className="gr-Choice-hint">{facts.join(' · ')}</span>
          </span>
        </span>
      </Checkbox>
      <Menu
        label={words.menu(layer.name)}
        groups={groups}
        trigger={<IconButton label={words.menu(layer.name)} icon={EllipsisVertical} size="small" ref={props.menuRef} />}
      />
    </li>
  );
}
