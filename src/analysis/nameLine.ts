import type { EditionInfo } from './openEdition';

/**
 * What a border line is called on screen, in any language: its two units without their kinds, and the number of the
 * part where their border has several. "Bạch Hạc – Bồ Sao", "Sơn Đông – Bồ Sao (2)".
 * @param line  number of the line in the edition
 */
export function nameLine(info: EditionInfo, line: number): string {
  const { leftUnit, rightUnit, part } = info.lines[line]!;
  const name = `${info.units[leftUnit]!.shortName} – ${info.units[rightUnit]!.shortName}`;
  return part === null ? name : `${name} (${part})`;
}
