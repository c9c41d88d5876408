import type { SweepKind, SweepShare } from './sweepShares';

/** Whether a full sweep can be done within a time, as a choice of shares. */
export interface ShareModel {
  /** In CPLEX LP format, with variables `x_kind_share` of 0 or 1; it has no answer where the sweep cannot be done. */
  readonly text: string;
  /** Kind and mask of each name. */
  readonly choices: ReadonlyMap<string, { readonly kind: number; readonly mask: number }>;
}

/** Shares that no other holds; null where a share less one stretch is none, so that it may be needed as it is. */
function widest(shares: readonly SweepShare[]): SweepShare[] | null {
  const held = new Set<number>();
  const known = new Set(shares.map(({ mask }) => mask));
  for (const { mask } of shares)
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const less = mask & ~(rest & -rest);
      if (less !== 0 && !known.has(less)) return null;
      held.add(less);
    }
  return shares.filter(({ mask }) => !held.has(mask));
}

/**
 * The choice of at most as many shares of each kind as it has teams, such that every stretch is in one; among them one with little total time is looked for first. Where
 * parts of shares are shares too, stretches may be in several of the chosen, which can be given up, and only shares that no other holds need to be looked at.
 *
 * @param kinds  of `sweepShares`
 * @param stretches  those that must be covered, as a mask
 * @param mostTime  no chosen share takes longer
 * @returns null where some stretch is in no share: the sweep cannot be done
 * @source Balinski & Quandt 1964 (covering by routes)
 */
export function shareModel(kinds: readonly SweepKind[], stretches: number, mostTime: number): ShareModel | null {
  const fitting = kinds.map(({ shares }) =>
    shares.filter(({ mask, time }) => time <= mostTime && (mask & ~stretches) === 0),
  );
  const wide = fitting.map(widest);
  const isClosed = wide.every((shares) => shares !== null);
  const choices = new Map<string, { kind: number; mask: number }>();
  const covers = new Map<number, string[]>();
  const total: string[] = [];
  const ofKind = kinds.map((): string[] => []);
  fitting.forEach((shares, kind) => {
    for (const [share, { mask, time }] of ((isClosed && wide[kind]) || shares).entries()) {
      const name = `x_${kind}_${share}`;
      choices.set(name, { kind, mask });
      ofKind[kind]!.push(`+ ${name}`);
      total.push(`+ ${time} ${name}`);
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const stretch = 31 - Math.clz32(rest & -rest);
        const terms = covers.get(stretch);
        if (terms) terms.push(`+ ${name}`);
        else covers.set(stretch, [`+ ${name}`]);
      }
    }
  });
  for (let rest = stretches; rest !== 0; rest &= rest - 1) if (!covers.has(31 - Math.clz32(rest & -rest))) return null;
  // The format wants short lines: each term stands in its own.
  const write = (terms: readonly string[]): string => terms.join('\n  ');
  const lines = ['Minimize', ` total: ${write(total)}`, 'Subject To'];
  for (const [stretch, terms] of covers) lines.push(` cover_${stretch}: ${write(terms)} ${isClosed ? '>=' : '='} 1`);
  for (const [kind, terms] of ofKind.entries())
    if (terms.length > 0) lines.push(` teams_${kind}: ${write(terms)} <= ${kinds[kind]!.teams.length}`);
  lines.push('Binary', ...Array.from(choices.keys(), (name) => ` ${name}`), 'End', '');
  return { text: lines.join('\n'), choices };
}
