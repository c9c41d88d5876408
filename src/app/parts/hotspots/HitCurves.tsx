import { line, plot, ruleY } from '@observablehq/plot';
import { useEffect, useMemo, useRef } from 'react';
import type { MethodScores } from '../../../analysis/hotspots/scoreMethods';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { ChartPicture } from '../../briefing/chartPicture';
import { paintSvg } from '../../briefing/paintSvg';
import { ChartMenu } from '../briefing/ChartMenu';

export interface HitCurvesProps {
  readonly methods: readonly MethodScores[];
  readonly title: string;
  readonly xTitle: string;
}

const WIDTH_PX = 420;
const HEIGHT_PX = 220;
/** As they are in light. */
const HEAT = '#572c95';
const MUTED = '#4c5958';

/** How much of the next period’s incidents lies in the part ranked highest, against chance. */
export default function HitCurves({ methods, title, xTitle }: HitCurvesProps) {
  const words = useWords(hotspotWords);
  const frame = useRef<HTMLElement>(null);
  const picture = useMemo(
    (): ChartPicture => ({
      id: 'curves',
      title,
      unit: `${words.shareOfEvents} (%) / ${xTitle} (%)`,
      isInternal: false,
      columns: 1,
      drawings: () => {
        const svg = frame.current?.querySelector<SVGSVGElement>(':scope > svg');
        return Promise.resolve(svg ? [{ title: null, svg: paintSvg(svg) }] : []);
      },
      key: [
        ...methods.map(({ id }, k) => ({ text: words.methods[id], color: k === 0 ? HEAT : MUTED })),
        { text: words.chance, color: MUTED, isDashed: true },
      ],
    }),
    [methods, title, xTitle, words],
  );
  useEffect(() => {
    const points = methods.flatMap(({ id, curve }, k) =>
      curve.map((share, percent) => ({ name: words.methods[id], k, x: percent, y: 100 * share })),
    );
    const drawn = plot({
      width: WIDTH_PX,
      height: HEIGHT_PX,
      marginLeft: 44,
      marginRight: 16,
      style: { background: 'transparent', fontSize: '12px', fontFamily: 'inherit' },
      x: { domain: [0, 100], label: `${xTitle} (%)`, ticks: 5 },
      y: { domain: [0, 100], label: `${words.shareOfEvents} (%)`, ticks: 5, grid: true },
      marks: [
        ruleY([0]),
        line(
          [
            [0, 0],
            [100, 100],
          ],
          { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.6 },
        ),
        line(points, {
          x: 'x',
          y: 'y',
          z: 'name',
          stroke: (point: { k: number }) => (point.k === 0 ? 'var(--heat)' : 'var(--text-muted)'),
          strokeWidth: (point: { k: number }) => (point.k === 0 ? 2.5 : 1.5),
        }),
      ],
    });
    // Its own sheet is not let in by the page's policy, and not needed here.
    for (const sheet of drawn.querySelectorAll('style')) sheet.remove();
    // Groups of strokes have no role that could bear a name; the picture has one.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', title);
    frame.current?.append(drawn);
    return () => drawn.remove();
  }, [methods, title, xTitle, words]);
  return (
    <figure className="gr-Curves" ref={frame}>
      <figcaption>
        <ChartMenu chart={picture} />
        {methods.map(({ id }, k) => (
          <span key={id} data-curve={k}>
            {words.methods[id]}
          </span>
        ))}
        <span data-curve="chance">{words.chance}</span>
      </figcaption>
    </figure>
  );
}
