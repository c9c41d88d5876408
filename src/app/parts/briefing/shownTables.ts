import type { DeckCell, DeckTable } from '../../../formats/briefing/deck';
import type { Language } from '../../../i18n';
import type { ShownTable } from '../../../ui';

/** A table of the screen for slides: as it reads. */
export const deckTable = ({ caption, columns, rows }: ShownTable): DeckTable => ({
  caption,
  columns: columns.map(({ title, align }) => ({ heading: title, align: align === 'end' ? 'right' : 'left' })),
  rows,
});

/** What stands between thousands, and before decimals. */
const MARKS = { vi: ['.', ','], en: [',', '.'] } as const;

/** A number as it is written in a language; null: the text is none, or more than one. */
function numberIn(text: string, language: Language): { readonly value: number; readonly digits: number } | null {
  const [group, point] = MARKS[language];
  const plain = text.trim().replace('−', '-');
  const [whole = '', decimals = '', ...more] = plain.split(point);
  const groups = whole.replace(/^-/, '').split(group);
  const isNumber =
    more.length === 0 &&
    groups.every((part, i) => (i === 0 ? /^\d+$/ : /^\d{3}$/).test(part)) &&
    (groups.length === 1 || groups[0]!.length <= 3) &&
    (decimals === '' ? !plain.includes(point) : /^\d+$/.test(decimals));
  return isNumber ? { value: Number(`${whole.replaceAll(group, '')}.${decimals}0`), digits: decimals.length } : null;
}

/** A table of the screen for a workbook: what is a number in a column of numbers is one there too. */
export function workbookTable(shown: ShownTable, language: Language): DeckTable {
  const digits = shown.columns.map(() => 0);
  const rows = shown.rows.map((row) =>
    row.map((text, i): DeckCell => {
      const number = shown.columns[i]?.align === 'end' ? numberIn(text, language) : null;
      if (!number) return text;
      digits[i] = Math.max(digits[i] ?? 0, number.digits);
      return number.value;
    }),
  );
  const { columns, ...rest } = deckTable(shown);
  return { ...rest, rows, columns: columns.map((column, i) => ({ ...column, digits: digits[i] ?? 0 })) };
}
