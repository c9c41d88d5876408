import { type Problem, type Result, succeed } from '../../domain';
import { type BorderGround, borderSituations, ownZonesOf } from './borderSituations';
import { BLOCK_CELLS, type Cell, pointIn } from './snapLattice';

/** A block is first looked at in so many squares a side (31 m), then each square where situations meet in so many parts a side. */
const SQUARES = 16;
const PARTS = 4;
/** How often squares are divided: to 8, 2 and ½ m. */
const DIVISIONS = 3;

/** A user's own zone may be drawn around one house: a point in it is told only where so many squares of the block are in it (125 m by 125 m). */
const FEWEST_SQUARES = 16;

/** Squares of one size, as columns and rows counted from the block's south-west: [x0, y0, x1, y1 …]. */
type Squares = Int32Array;

const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

function allSquares(): Squares {
  return Int32Array.from(
    Array.from({ length: SQUARES * SQUARES }, (_, k) => [k % SQUARES, Math.floor(k / SQUARES)]).flat(),
  );
}

/** The parts of the squares of which one beside is in another situation. */
function divideMixed(squares: Squares, situations: readonly string[]): Squares {
  const side = 1 << 16;
  const at = new Map(situations.map((situation, k) => [squares[2 * k]! * side + squares[2 * k + 1]!, situation]));
  const parts: number[] = [];
  situations.forEach((situation, k) => {
    const [x, y] = [squares[2 * k]!, squares[2 * k + 1]!];
    const isMixed = AROUND.some(([dx, dy]) => (at.get((x + dx) * side + y + dy) ?? situation) !== situation);
    if (!isMixed) return;
    for (let j = 0; j < PARTS; j += 1) for (let i = 0; i < PARTS; i += 1) parts.push(PARTS * x + i, PARTS * y + j);
  });
  return Int32Array.from(parts);
}

/** Of the squares in a situation the one nearest to the block's middle; −1: none. */
function mostCentral(squares: Squares, count: number, isWanted: (k: number) => boolean): number {
  let best = -1;
  let least = Infinity;
  for (let k = 0; 2 * k < squares.length; k += 1) {
    if (!isWanted(k)) continue;
    const far = (squares[2 * k]! + 0.5 - count / 2) ** 2 + (squares[2 * k + 1]! + 0.5 - count / 2) ** 2;
    if (far < least) [best, least] = [k, far];
  }
  return best;
}

function isInNarrowZone(situation: string, squares: readonly string[]): boolean {
  const own = ownZonesOf(situation);
  return own !== '0' && squares.filter((square) => ownZonesOf(square) === own).length < FEWEST_SQUARES;
}

/**
 * A fixed point of a situation in a block of four cells, for where no middle of a cell is in it. The block is cut in squares, and the squares
 * where situations meet in ever smaller ones: the point is the middle of a square of the first size that shows the situation, so a wide stretch is
 * never told by a narrow one. It follows from the geometry alone.
 * @param block      the cell at the block's south-west
 * @param situation  a text of `borderSituations`, of positions on no line
 * @returns WGS 84 degrees; null where no square is in that situation, or where it lies in an own zone that is so small that the point would tell the place
 * @problem invalidDistance  a zone's distance is negative, not a number or greater than the index's cap
 */
export function findDerivedPoint(
  ground: BorderGround,
  { block, situation }: { readonly block: Cell; readonly situation: string },
): Result<[number, number] | null, Problem> {
  let squares = allSquares();
  let count = SQUARES;
  for (let division = 0; division <= DIVISIONS; division += 1) {
    const middle = (k: number): [number, number] =>
      pointIn(block, {
        x: ((squares[2 * k]! + 0.5) / count) * BLOCK_CELLS,
        y: ((squares[2 * k + 1]! + 0.5) / count) * BLOCK_CELLS,
      });
    const points = Float64Array.from(Array.from({ length: squares.length / 2 }, (_, k) => middle(k)).flat());
    const situations = borderSituations(ground, points);
    if (!situations.ok) return situations;
    if (division === 0 && isInNarrowZone(situation, situations.value)) return succeed(null);
    const best = mostCentral(squares, count, (k) => situations.value[k] === situation);
    if (best >= 0) return succeed(middle(best));
    if (division === DIVISIONS) break;
    squares = divideMixed(squares, situations.value);
    count *= PARTS;
  }
  return succeed(null);
}
