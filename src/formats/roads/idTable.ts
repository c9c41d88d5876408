/**
 * Finds numbers in a sorted list without repeats. Look-ups that go up, or stay near the last one, cost next to nothing.
 * @param ids  ascending
 * @returns a function that gives the place of a number in the list; -1 where it is not in it
 */
export function idTable(ids: Float64Array): (id: number) => number {
  let last = 0;
  return (id) => {
    if (ids.length === 0) return -1;
    let [low, high] = [last, last];
    // Steps that double lead away from the last place until the number is between two of them.
    if (ids[last]! < id)
      for (let step = 1; high < ids.length && ids[high]! < id; step *= 2) {
        low = high;
        high += step;
      }
    else
      for (let step = 1; low > 0 && ids[low]! > id; step *= 2) {
        high = low;
        low = Math.max(0, low - step);
      }
    high = Math.min(high, ids.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    last = low;
    return ids[low] === id ? low : -1;
  };
}

/** The numbers of a list in order, each once. NaN is left out. */
export function sortedIds(list: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = list.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    const id = sorted[i]!;
    if (!Number.isNaN(id) && (count === 0 || sorted[count - 1] !== id)) sorted[count++] = id;
  }
  return sorted.slice(0, count);
}
