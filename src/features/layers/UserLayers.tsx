import { FilePlus, Pentagon } from 'lucide-react';
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Layer, LayerId, LayerStyle } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { Button, VisuallyHidden } from '../../ui';
import { LegendSection } from './LegendParts';
import { type LayerAct, UserLayerDialog } from './UserLayerDialog';
import { UserLayerRow } from './UserLayerRow';

export interface UserLayersProps {
  /** In any order. */
  readonly layers: readonly Layer[];
  readonly onVisible: (id: LayerId, isVisible: boolean) => void;
  readonly onRename: (id: LayerId, name: string) => void;
  readonly onStyle: (id: LayerId, style: LayerStyle) => void;
  /** Metres; 0 of polygons, which flag what they hold; null: no zone. */
  readonly onZone: (id: LayerId, zoneM: number | null) => void;
  /** All ids, from below to above. */
  readonly onReorder: (ids: readonly LayerId[]) => void;
  readonly onZoomTo: (id: LayerId) => void;
  /** At once: it can be undone. */
  readonly onRemove: (id: LayerId) => void;
  readonly onAddFile: () => void;
  readonly onDrawZone: () => void;
}

/** The user's own layers, top first, and the two ways to more. */
export const UserLayers = memo((props: UserLayersProps) => {
  const { onVisible, onReorder, onZoomTo, onRemove } = props;
  const { layers: words } = useMessages();
  const format = useFormat();
  const [act, setAct] = useState<LayerAct | null>(null);
  const [movedId, setMovedId] = useState<LayerId | null>(null);
  const menus = useRef(new Map<LayerId, HTMLButtonElement>());
  const addButton = useRef<HTMLButtonElement>(null);
  const actedOn = useRef<LayerId | null>(null);
  const topFirst = [...props.layers].sort((a, b) => b.order - a.order);
  const ids = topFirst.map(({ id }) => id);
  const order = ids.join();

  // The browser lets go of the focus when the row that holds it is moved or goes; the closing menu does so a frame later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves rows
  useLayoutEffect(() => {
    const id = actedOn.current;
    actedOn.current = null;
    if (id === null) return;
    const keepFocus = (): void => {
      if (document.activeElement === document.body) (menus.current.get(id) ?? addButton.current)?.focus();
    };
    keepFocus();
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(keepFocus);
    });
    return () => cancelAnimationFrame(frame);
  }, [order]);

  const move = (id: LayerId, step: -1 | 1): void => {
    const from = ids.indexOf(id);
    const moved = ids.filter((other) => other !== id);
    moved.splice(from + step, 0, id);
    actedOn.current = id;
    setMovedId(id);
    onReorder(moved.reverse());
  };
  const movedPlace = movedId === null ? -1 : ids.indexOf(movedId);

  return (
    <LegendSection title={words.own}>
      {topFirst.length === 0 ? (
        <p className="gr-Legend-note">{words.ownEmpty}</p>
      ) : (
        <ul className="gr-Legend-list" aria-label={words.own}>
          {topFirst.map((layer, i) => (
            <UserLayerRow
              key={layer.id}
              layer={layer}
              isTop={i === 0}
              isBottom={i === topFirst.length - 1}
              onVisible={(isVisible) => onVisible(layer.id, isVisible)}
              onAct={(kind) => setAct({ kind, id: layer.id })}
              onMove={(step) => move(layer.id, step)}
              onZoomTo={() => onZoomTo(layer.id)}
              onRemove={() => {
                actedOn.current = layer.id;
                onRemove(layer.id);
              }}
              menuRef={(button) => {
                if (button) menus.current.set(layer.id, button);
                else menus.current.delete(layer.id);
              }}
            />
          ))}
        </ul>
      )}
      {topFirst.length > 1 && <p className="gr-Legend-note">{words.ownOrder}</p>}
      <div className="gr-Legend-buttons">
        <Button icon={FilePlus} onPress={props.onAddFile} ref={addButton}>
          {words.addFile}
        </Button>
        <Button icon={Pentagon} onPress={props.onDrawZone}>
          {words.draw}
        </Button>
      </div>
      <div role="status">
        {movedPlace >= 0 && (
          <VisuallyHidden>
            {words.moved(topFirst[movedPlace]?.name ?? '', format.count(movedPlace + 1), format.count(ids.length))}
          </VisuallyHidden>
        )}
      </div>
      <UserLayerDialog
        act={act}
        layers={props.layers}
        onClose={() => setAct(null)}
        onRename={props.onRename}
        onStyle={props.onStyle}
        onZone={props.onZone}
      />
    </LegendSection>
  );
});
UserLayers.displayName = 'UserLayers';
