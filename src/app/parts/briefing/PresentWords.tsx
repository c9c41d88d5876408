import { useLayoutEffect, useRef } from 'react';
import type { Briefing, Scene } from '../../../domain';
import { keepTogether } from '../../../features/briefing';
import { FigureAside } from './FigureAside';

export interface PresentWordsProps {
  readonly scene: Scene;
  readonly briefing: Briefing | null;
}

/** Sizes below the usual one, see the style sheet. */
const STEPS = 4;

/** What is said to a scene: as large as there is room for, and where even the least size is too large it scrolls. */
export function PresentWords({ scene, briefing }: PresentWordsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lines = keepTogether(scene.text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene begins at its top
  useLayoutEffect(() => {
    const [element, inner] = [frame.current, content.current];
    if (!element || !inner) return undefined;
    const shrink = (): void => {
      const isOver = (): boolean => element.scrollHeight > element.clientHeight;
      element.removeAttribute('data-tight');
      element.removeAttribute('tabindex');
      for (let step = 1; step <= STEPS && isOver(); step += 1) element.setAttribute('data-tight', String(step));
      // Whoever has no wheel scrolls by keys.
      if (isOver()) element.tabIndex = 0;
    };
    shrink();
    element.scrollTop = 0;
    // Figures come later than words.
    const watch = new MutationObserver(shrink);
    watch.observe(inner, { childList: true, subtree: true });
    // So do charts below, which take half of the height.
    const room = new ResizeObserver(shrink);
    room.observe(element);
    return () => {
      watch.disconnect();
      room.disconnect();
    };
  }, [scene.id, scene.title, scene.text, scene.aside]);
  return (
    <div className="gr-Present-words" ref={frame} aria-live="polite">
      <div ref={content}>
        {scene.title !== '' && <h1>{scene.title}</h1>}
        {lines.length > 1 ? (
          <ul>
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else
              <li key={i}>{line}</li>
            ))}
          </ul>
        ) : (
          lines.map((line) => <p key={line}>{line}</p>)
        )}
        {briefing && <FigureAside briefing={briefing} aside={scene.aside} isLarge />}
      </div>
    </div>
  );
}
