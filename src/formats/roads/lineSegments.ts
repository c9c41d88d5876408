import type { LineNet } from './lineNet';

/** The straight pieces of a net's lines: `[from0, to0 …]`, line after line. */
export function segmentsOf(lines: LineNet['lines']): number[] {
  const ends: number[] = [];
  for (const { nodes } of lines) for (let i = 1; i < nodes.length; i++) ends.push(nodes[i - 1]!, nodes[i]!);
  return ends;
}

/** Nodes to be put into segments, each at its share of the way along. */
export class Insertions {
  private readonly bySegment = new Map<number, { readonly share: number; readonly node: number }[]>();

  add(segment: number, share: number, node: number): void {
    const list = this.bySegment.get(segment);
    if (list) list.push({ share, node });
    else this.bySegment.set(segment, [{ share, node }]);
  }

  /** The lines with the nodes in their segments, which are numbered as by `segmentsOf`. */
  applyTo(lines: LineNet['lines']): LineNet['lines'] {
    let segment = 0;
    return lines.map(({ facts, nodes }) => {
      const longer = nodes.slice(0, 1);
      for (let i = 1; i < nodes.length; i++, segment++) {
        const inside = this.bySegment.get(segment)?.sort((a, b) => a.share - b.share) ?? [];
        for (const { node } of inside) if (longer.at(-1) !== node) longer.push(node);
        if (longer.at(-1) !== nodes[i]) longer.push(nodes[i]!);
      }
      return { facts, nodes: longer };
    });
  }
}
