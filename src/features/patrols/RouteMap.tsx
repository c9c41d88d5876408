import type { Degrees } from '../../domain';
import { useFormat } from '../../i18n';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { useWords } from '../../i18n/useWords';
import { scaleBar } from '../../map/scaleBar';

export interface RouteMapProps {
  readonly course: readonly Degrees[];
  readonly post: { readonly name: string; readonly at: Degrees };
  /** In their order, each as it is gone. */
  readonly stops: readonly (readonly Degrees[])[];
  readonly borders: readonly (readonly Degrees[])[];
  readonly units: readonly { readonly name: string; readonly at: Degrees }[];
  readonly widthPx: number;
  readonly heightPx: number;
}

const METRES_PER_DEGREE = 111_200;
/** Around what is drawn. */
const ROOM_PX = 40;
/** However near its stops lie together, a sketch shows so much land. */
const LEAST_M = 800;
const BAR_PX = 160;
const TAKEN_PX = 80;

interface Frame {
  readonly place: (at: Degrees) => readonly [x: number, y: number];
  readonly metresPerPx: number;
}

/** North up, one scale for both directions: true enough for the few kilometres of a route. */
function frameOf(positions: readonly Degrees[], widthPx: number, heightPx: number): Frame {
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  const lng = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const metresPerPx = Math.max(
    LEAST_M / widthPx,
    ((Math.max(...lngs) - Math.min(...lngs)) * perLng) / (widthPx - 2 * ROOM_PX),
    ((Math.max(...lats) - Math.min(...lats)) * METRES_PER_DEGREE) / (heightPx - 2 * ROOM_PX),
  );
  return {
    metresPerPx,
    place: ([x, y]) => [
      widthPx / 2 + ((x - lng) * perLng) / metresPerPx,
      heightPx / 2 - ((y - lat) * METRES_PER_DEGREE) / metresPerPx,
    ],
  };
}

/** A sketch of a route for paper: its course, the border lines, units, stops by number, the post, scale and north. */
export function RouteMap({ course, post, stops, borders, units, widthPx, heightPx }: RouteMapProps) {
  const words = useWords(patrolFieldWords);
  const format = useFormat();
  const { place, metresPerPx } = frameOf([post.at, ...course, ...stops.flat()], widthPx, heightPx);
  /** A name has its room. */
  const isInside = ([x, y]: readonly [number, number]): boolean =>
    x > ROOM_PX && y > ROOM_PX / 2 && x < widthPx - ROOM_PX && y < heightPx - ROOM_PX / 2;
  const pathOf = (path: readonly Degrees[]): string =>
    path
      .map(
        (at, i) =>
          `${i === 0 ? 'M' : 'L'}${place(at)
            .map((part) => part.toFixed(1))
            .join(' ')}`,
      )
      .join('');
  const [postX, postY] = place(post.at);
  const bar = scaleBar(metresPerPx, BAR_PX);
  return (
    <svg className="gr-RouteMap" viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={words.mapTitle}>
      <path className="gr-RouteMap-border" d={borders.map(pathOf).join('')} />
      {units.map(({ name, at }) => {
        const [x, y] = place(at);
        // The name of the post would stand over it.
        const isTaken = Math.abs(x - postX) < TAKEN_PX && Math.abs(y - postY) < TAKEN_PX / 2;
        return (
          isInside([x, y]) &&
          !isTaken && (
            <text key={name} className="gr-RouteMap-unit" x={x} y={y} textAnchor="middle">
              {name}
            </text>
          )
        );
      })}
      {course.length > 1 && <path className="gr-RouteMap-course" d={pathOf(course)} />}
      {stops.map(
        (path, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, for paper
          path.length > 1 && <path key={i} className="gr-RouteMap-stretch" d={pathOf(path)} />,
      )}
      <rect className="gr-RouteMap-post" x={postX - 6} y={postY - 6} width={12} height={12} />
      <text className="gr-RouteMap-name" x={postX} y={postY + 20} textAnchor="middle">
        {post.name}
      </text>
      {stops.map((path, i) => {
        const [x, y] = place(path[0]!);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, for paper
          <g key={i}>
            <circle className="gr-RouteMap-stop" cx={x} cy={y} r={9} />
            <text className="gr-RouteMap-number" x={x} y={y + 4} textAnchor="middle">
              {i + 1}
            </text>
          </g>
        );
      })}
      <g transform={`translate(${widthPx - 22} 16)`}>
        <path className="gr-RouteMap-north" d="M0 -8L6 12L0 8L-6 12Z" />
        <text className="gr-RouteMap-name" y={26} textAnchor="middle">
          {words.north}
        </text>
      </g>
      <g transform={`translate(12 ${heightPx - 12})`}>
        <path className="gr-RouteMap-bar" d={`M0 -6V0H${bar.widthPx.toFixed(1)}V-6`} />
        <text className="gr-RouteMap-name" x={bar.widthPx + 6} y={0}>
          {format.distance(bar.lengthM)}
        </text>
      </g>
    </svg>
  );
}
