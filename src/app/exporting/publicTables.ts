import { KINDS } from '../../analysis/incidentColumns';
import type { PublicCounts } from '../../analysis/mask/countForPublic';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { PublicTable } from '../../formats/out/publicFile';
import type { Messages } from '../../i18n';
import type { ExportMessages } from './exportNotes';

export interface PublicWords {
  readonly info: EditionInfo;
  readonly words: ExportMessages;
  readonly messages: Messages;
  /** Of the codes of categories. */
  readonly categoryName: (code: number) => string;
}

/**
 * The tables of the public tier.
 * @returns the tables, and the titles of those that would tell too much
 */
export function publicTables(
  { unitCategory, lineKind, month }: PublicCounts,
  { info, words, messages, categoryName }: PublicWords,
): { readonly tables: readonly PublicTable[]; readonly tooFew: readonly string[] } {
  const { public: terms } = words;
  const tables: PublicTable[] = [];
  const tooFew: string[] = [];
  if (unitCategory) {
    const names = [...unitCategory.units.map((unit) => info.units[unit]?.name ?? terms.outside), terms.total];
    tables.push({
      title: terms.unitCategory,
      headings: [terms.unit, ...unitCategory.categories.map(categoryName), terms.total],
      rows: unitCategory.table.map((counts, i) => ({ name: names[i]!, counts })),
    });
  } else tooFew.push(terms.unitCategory);
  tables.push({
    title: terms.lineKind,
    headings: [terms.line, ...KINDS.map((kind) => messages.incidents.kindName[kind]), terms.total],
    rows: lineKind.rows.map((counts, i) => ({ name: nameLine(info, lineKind.lines[i]!), counts })),
  });
  if (month) {
    const names = [...month.months.map((text) => text.split('-').reverse().join('/')), terms.total];
    tables.push({
      title: terms.month,
      headings: [terms.monthHeading, terms.count],
      rows: month.counts.map((count, i) => ({ name: names[i]!, counts: [count] })),
    });
  } else tooFew.push(terms.month);
  return { tables, tooFew };
}
