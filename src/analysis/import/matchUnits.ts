import type { UnitCode } from '../../domain';
import { foldText } from './foldText';
import type { EditionUnits, NamedUnit } from './types';

export type UnitMatch = { readonly code: UnitCode } | 'unknown' | 'ambiguous';

const PREFIX = /^(?:uy ban nhan dan|ubnd|cong an|ca|cax|cap)?\s*(?:phuong|xa|thi tran|p|x|tt)\s+/;

const withoutKind = (folded: string): string => folded.replace(PREFIX, '');

interface EditionIndex {
  readonly from: string;
  readonly to: string;
  readonly byCode: ReadonlyMap<string, UnitCode>;
  readonly byName: ReadonlyMap<string, readonly NamedUnit[]>;
}

function indexEdition({ validFrom, validTo, units }: EditionUnits): EditionIndex {
  const byCode = new Map<string, UnitCode>();
  const byName = new Map<string, NamedUnit[]>();
  const add = (name: string, unit: NamedUnit): void => {
    const known = byName.get(name);
    if (!known) byName.set(name, [unit]);
    else if (!known.includes(unit)) known.push(unit);
  };
  for (const unit of units) {
    byCode.set(unit.code, unit.code);
    // Spreadsheets drop the zeros before a number: 07909 comes as 7909.
    byCode.set(String(Number(unit.code)), unit.code);
    const folded = foldText(unit.name);
    add(folded, unit);
    add(withoutKind(folded), unit);
  }
  return { from: validFrom ?? '', to: validTo ?? '9999', byCode, byName };
}

function choose(units: readonly NamedUnit[] | undefined): UnitMatch {
  if (!units || units.length === 0) return 'unknown';
  const [only, second] = units;
  if (only && !second) return { code: only.code };
  const core = units.filter((unit) => unit.isCore);
  const [coreOnly, coreSecond] = core;
  return coreOnly && !coreSecond ? { code: coreOnly.code } : 'ambiguous';
}

/**
 * A finder of units by official code or by name (with or without marks, kind and the district after a comma), among those
 * of the edition in force on a day; between editions, of the one before. A name that several bear means the one of the core area, where only one is there.
 * @returns (text, day `YYYY-MM-DD…`) → the code, or why there is none
 */
export function makeUnitMatcher(editions: readonly EditionUnits[]): (text: string, day: string) => UnitMatch {
  const indexes = editions
    .map((edition) => ({ ...indexEdition(edition), seen: new Map<string, UnitMatch>() }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const find = (index: EditionIndex, text: string): UnitMatch => {
    const trimmed = text.trim();
    const code = index.byCode.get(trimmed);
    if (code) return { code };
    const folded = foldText(trimmed);
    const whole = choose(index.byName.get(folded));
    if (whole !== 'unknown') return whole;
    const head = foldText(trimmed.split(/[,;(–-]/)[0] ?? '');
    for (const name of [withoutKind(folded), head, withoutKind(head)]) {
      const match = choose(index.byName.get(name));
      if (match !== 'unknown') return match;
    }
    return 'unknown';
  };
  return (text, day) => {
    const date = day.slice(0, 10);
    const index =
      indexes.find(({ from, to }) => date >= from && date <= to) ?? indexes.findLast(({ from }) => date >= from);
    if (!index) return 'unknown';
    const known = index.seen.get(text);
    if (known) return known;
    const match = find(index, text);
    if (index.seen.size < 20_000) index.seen.set(text, match);
    return match;
  };
}
