import type { ReactNode, Ref } from 'react';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';

export interface SmallMultiple {
  readonly id: string;
  readonly title: string;
  /** Counts in equal parts of the period. */
  readonly values: readonly number[];
}

export interface SmallMultiplesProps {
  readonly charts: readonly SmallMultiple[];
  /** The first and the last day, in words. */
  readonly from: string;
  readonly to: string;
  /** What can be done with them. */
  readonly tools: ReactNode;
  readonly listRef: Ref<HTMLUListElement>;
}

const WIDTH = 150;
const HEIGHT = 56;
const LEFT = 18;
const BASE = 42;
const TOP = 8;

/** The same small chart over time for each of several lines, all to one scale, so that they can be held against each other. */
export function SmallMultiples({ charts, from, to, tools, listRef }: SmallMultiplesProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const most = Math.max(1, ...charts.flatMap(({ values }) => values));
  return (
    <section aria-label={words.multiples}>
      <header className="gr-ChartHead">
        <h3 className="gr-small">{words.multiples}</h3>
        {tools}
      </header>
      <ul className="gr-Multiples" ref={listRef}>
        {charts.map(({ id, title, values }) => {
          const step = (WIDTH - LEFT) / values.length;
          return (
            <li key={id}>
              <figure className="gr-Multiple">
                <figcaption title={title}>{title}</figcaption>
                <svg
                  viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                  role="img"
                  aria-label={`${title}, ${from} – ${to}: ${values.map(format.count).join(', ')}`}
                >
                  <text x={LEFT - 4} y={TOP + 4} textAnchor="end">
                    {format.count(most)}
                  </text>
                  <text x={LEFT - 4} y={BASE} textAnchor="end">
                    0
                  </text>
                  {values.map((value, k) => {
                    const height = (value / most) * (BASE - TOP);
                    return (
                      <rect
                        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a period stand in order and do not move
                        key={k}
                        x={LEFT + k * step + 0.5}
                        width={step - 1}
                        y={BASE - height}
                        height={height}
                      />
                    );
                  })}
                  <line x1={LEFT} x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
                  <text x={LEFT} y={HEIGHT - 2}>
                    {from}
                  </text>
                  <text x={WIDTH} y={HEIGHT - 2} textAnchor="end">
                    {to}
                  </text>
                </svg>
              </figure>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
