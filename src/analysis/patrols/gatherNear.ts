/**
 * Gathers points that lie close together: again and again the circle about a point that holds most of those left, of equals the first point.
 * @param points   n positions [x0, y0 …] in metres
 * @param radiusM  of the circles, above 0
 * @param fewest   points that a circle holds at least
 * @returns per circle the numbers of its points, the fullest first; no point is in two
 */
export function gatherNear(points: Float64Array, radiusM: number, fewest: number): number[][] {
  const count = points.length / 2;
  const cellOf = (value: number): number => Math.floor(value / radiusM);
  const bins = new Map<string, number[]>();
  for (let i = 0; i < count; i += 1) {
    const key = `${cellOf(points[2 * i]!)} ${cellOf(points[2 * i + 1]!)}`;
    const bin = bins.get(key);
    if (bin) bin.push(i);
    else bins.set(key, [i]);
  }
  const isTaken = new Uint8Array(count);
  const around = (i: number): number[] => {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    const found: number[] = [];
    for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column += 1)
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row += 1)
        for (const j of bins.get(`${column} ${row}`) ?? [])
          if (isTaken[j] === 0 && (points[2 * j]! - x) ** 2 + (points[2 * j + 1]! - y) ** 2 <= radiusM ** 2)
            found.push(j);
    return found.sort((a, b) => a - b);
  };
  // Points by what their circle held when it was last looked at: it can only have become less.
  const byCount: number[][] = [];
  const put = (held: number, i: number): void => {
    byCount[held] ??= [];
    byCount[held].push(i);
  };
  for (let i = 0; i < count; i += 1) put(around(i).length, i);
  const circles: number[][] = [];
  for (let held = byCount.length - 1; held >= Math.max(1, fewest); held -= 1) {
    const left = (byCount[held] ?? []).sort((a, b) => a - b);
    for (const i of left) {
      if (isTaken[i] === 1) continue;
      const circle = around(i);
      if (circle.length < held) {
        put(circle.length, i);
        continue;
      }
      for (const j of circle) isTaken[j] = 1;
      circles.push(circle);
    }
  }
  return circles;
}
