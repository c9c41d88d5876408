import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import type { Messages, TermWords } from '../../i18n';
import type { SessionFilter } from '../../store';

export interface FilterWords {
  readonly info: EditionInfo;
  readonly messages: Messages;
  readonly terms: TermWords;
  /** What a zone of the user's is called in the file. */
  readonly zoneName: (layerId: string) => string;
}

/** What is filtered, as one line of a file; empty where nothing is. */
export function describeFilter(filter: SessionFilter, { info, messages, terms, zoneName }: FilterWords): string {
  const { incidents, boundaries } = messages;
  const unitName = (code: string): string => info.units.find((unit) => unit.code === code)?.name ?? code;
  const words: { readonly [K in keyof Required<SessionFilter>]: (value: NonNullable<SessionFilter[K]>) => string } = {
    isFlagged: (isFlagged) => (isFlagged ? incidents.flagged : incidents.unflagged),
    doubt: (doubt) => incidents.doubt[doubt],
    level: (level) => boundaries.levelLine[level],
    line: (id) => {
      const number = info.lines.findIndex((line) => line.id === id);
      return number < 0 ? id : nameLine(info, number);
    },
    sideUnit: (code) => incidents.inSide(unitName(code)),
    category: (category) => terms.name(category),
    kind: (kind) => incidents.kindName[kind],
    unit: (code) => incidents.inUnit(unitName(code)),
    zoneLayer: zoneName,
  };
  return (Object.keys(words) as (keyof SessionFilter)[])
    .filter((key) => filter[key] !== undefined)
    .map((key) => (words[key] as (value: unknown) => string)(filter[key]))
    .join('; ');
}
