import { ArrowDown, ArrowUp, Copy, Ellipsis, Eye, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Scene, SceneId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { briefingWords } from '../../../i18n/briefingWords';
import { useWords } from '../../../i18n/useWords';
import { IconButton, Menu, VisuallyHidden } from '../../../ui';

export interface SceneListProps {
  readonly scenes: readonly Scene[];
  readonly chosenId: SceneId | null;
  readonly onChoose: (scene: Scene) => void;
  /** All ids in the new order. */
  readonly onReorder: (ids: readonly SceneId[]) => void;
  readonly onDuplicate: (scene: Scene) => void;
  readonly onTakeView: (scene: Scene) => void;
  readonly onRemove: (scene: Scene) => void;
}

/** The scenes in their order: chosen by a press, moved by dragging, by Alt and an arrow, or by their menu. */
export function SceneList({ scenes, chosenId, onChoose, onReorder, ...acts }: SceneListProps) {
  const words = useWords(briefingWords);
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef<SceneId | null>(null);
  const [moved, setMoved] = useState<SceneId | null>(null);
  const ids = scenes.map(({ id }) => id);
  const order = ids.join();
  const titleOf = ({ title }: Scene): string => title || words.untitled;

  // The browser lets go of the focus when the row that holds it is moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves rows
  useLayoutEffect(() => {
    if (moved !== null && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>(`[data-scene="${moved}"] button`)?.focus();
  }, [order]);

  // The chosen one is in sight also where the projector or an arrow chose it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another is chosen
  useLayoutEffect(() => {
    const frame = list.current;
    const row = frame?.querySelector<HTMLElement>('[aria-current]')?.closest('li');
    if (!frame || !row) return;
    const { scrollTop, clientHeight } = frame;
    if (row.offsetTop < scrollTop || row.offsetTop + row.offsetHeight > scrollTop + clientHeight)
      frame.scrollTop = row.offsetTop - clientHeight / 2;
  }, [chosenId]);

  const put = (id: SceneId, at: number): void => {
    const rest = ids.filter((other) => other !== id);
    rest.splice(at, 0, id);
    if (rest.join() === order) return;
    setMoved(id);
    onReorder(rest);
  };
  const onKey = (event: KeyboardEvent, id: SceneId, at: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    const next = at + step;
    if (next >= 0 && next < ids.length) put(id, next);
  };
  const movedAt = moved === null ? -1 : ids.indexOf(moved);
  return (
    <>
      <ol className="gr-Scenes" aria-label={words.scenes} ref={list}>
        {scenes.map((scene, at) => (
          <li
            key={scene.id}
            data-scene={scene.id}
            className="gr-Scene"
            draggable
            onDragStart={(event: DragEvent) => {
              dragged.current = scene.id;
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', titleOf(scene));
            }}
            onDragEnd={() => {
              dragged.current = null;
            }}
            onDragOver={(event) => {
              if (dragged.current === null) return;
              event.preventDefault();
              event.currentTarget.setAttribute('data-drop', '');
            }}
            onDragLeave={(event) => event.currentTarget.removeAttribute('data-drop')}
            onDrop={(event) => {
              event.preventDefault();
              event.currentTarget.removeAttribute('data-drop');
              if (dragged.current !== null) put(dragged.current, at);
            }}
          >
            <button
              type="button"
              className="gr-Scene-open"
              {...(scene.id === chosenId ? { 'aria-current': 'true' as const } : {})}
              onClick={() => onChoose(scene)}
              onKeyDown={(event) => onKey(event, scene.id, at)}
            >
              <span className="gr-Scene-number">{format.count(at + 1)}</span>
              <span className="gr-Scene-title">{titleOf(scene)}</span>
            </button>
            <Menu
              label={words.sceneMenu(titleOf(scene))}
              trigger={<IconButton label={words.sceneMenu(titleOf(scene))} icon={Ellipsis} size="small" />}
              groups={[
                {
                  id: 'scene',
                  entries: [
                    {
                      id: 'up',
                      title: words.up,
                      icon: ArrowUp,
                      disabledReason: at === 0 ? words.cannotMove('first') : null,
                      onAction: () => put(scene.id, at - 1),
                    },
                    {
                      id: 'down',
                      title: words.down,
                      icon: ArrowDown,
                      disabledReason: at === ids.length - 1 ? words.cannotMove('last') : null,
                      onAction: () => put(scene.id, at + 1),
                    },
                    { id: 'copy', title: words.duplicate, icon: Copy, onAction: () => acts.onDuplicate(scene) },
                    { id: 'view', title: words.takeView, icon: Eye, onAction: () => acts.onTakeView(scene) },
                    {
                      id: 'remove',
                      title: words.removeScene,
                      icon: Trash2,
                      isDanger: true,
                      onAction: () => acts.onRemove(scene),
                    },
                  ],
                },
              ]}
            />
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">
          {movedAt >= 0 && words.moved(titleOf(scenes[movedAt]!), format.count(movedAt + 1), format.count(ids.length))}
        </span>
      </VisuallyHidden>
    </>
  );
}
