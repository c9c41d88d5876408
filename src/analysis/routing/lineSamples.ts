/** A line as segments, and places along it. */
export interface LineSamples {
  readonly lengthM: number;
  /** `[x0, y0, x1, y1 …]` per segment, metres. */
  readonly segments: Float64Array<ArrayBuffer>;
  /** Per segment, metres along the line where it starts. */
  readonly chainageM: Float64Array<ArrayBuffer>;
}

/**
 * The segments of a line; places without a position are left out, as are segments of no length unless there is no other.
 * @param line  n places `[x0, y0 …]`, metres
 */
export function lineSegments(line: Float64Array): LineSamples {
  const segments: number[] = [];
  const chainage: number[] = [];
  let lengthM = 0;
  let last = -1;
  for (let i = 0; i + 1 < line.length; i += 2) {
    if (!Number.isFinite(line[i]!) || !Number.isFinite(line[i + 1]!)) continue;
    if (last >= 0) {
      const partM = Math.hypot(line[i]! - line[last]!, line[i + 1]! - line[last + 1]!);
      if (partM > 0) {
        segments.push(line[last]!, line[last + 1]!, line[i]!, line[i + 1]!);
        chainage.push(lengthM);
        lengthM += partM;
      }
    }
    last = i;
  }
  if (segments.length === 0 && last >= 0) {
    segments.push(line[last]!, line[last + 1]!, line[last]!, line[last + 1]!);
    chainage.push(0);
  }
  return { lengthM, segments: Float64Array.from(segments), chainageM: Float64Array.from(chainage) };
}

/** Places along a line, no farther apart than `stepM`, its two ends among them: `[x0, y0 …]`; none of an empty line. */
export function samplesAlong({ lengthM, segments, chainageM }: LineSamples, stepM: number): Float64Array<ArrayBuffer> {
  if (segments.length === 0) return new Float64Array(0);
  const count = Math.max(1, Math.ceil(lengthM / stepM)) + 1;
  const samples = new Float64Array(2 * count);
  let segment = 0;
  for (let i = 0; i < count; i++) {
    const at = (lengthM * i) / (count - 1);
    while (segment + 1 < chainageM.length && chainageM[segment + 1]! <= at) segment++;
    const end = chainageM[segment + 1] ?? lengthM;
    const share = end > chainageM[segment]! ? Math.min(1, (at - chainageM[segment]!) / (end - chainageM[segment]!)) : 0;
    for (let axis = 0; axis < 2; axis++) {
      const start = segments[4 * segment + axis]!;
      samples[2 * i + axis] = start + share * (segments[4 * segment + 2 + axis]! - start);
    }
  }
  return samples;
}
