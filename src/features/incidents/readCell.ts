import { parseWhen } from '../../analysis/import/parseWhen';
import type { EditableFields } from '../../commands';
import {
  type CategoryId,
  type Discovery,
  fail,
  foldVietnamese,
  type IncidentKind,
  type Problem,
  parsePlainDate,
  type Result,
  type StatusId,
  succeed,
  type UnitCode,
  type WallClock,
} from '../../domain';
import type { EditableColumn } from './columnIds';

export interface Choice {
  readonly id: string;
  readonly title: string;
}
/** What the columns that choose offer: ids, and the words that stand for them, several for one id where it has several. */
export type CellChoices = Readonly<Record<'category' | 'kind' | 'discovery' | 'status' | 'unit', readonly Choice[]>>;

/**
 * The fields that a cell's text means, as a user types it, pastes it or fills it down. What a field may hold is looked
 * at by the command; here a text is only understood.
 * @problem unknownChoice, invalidMoment, invalidDay
 */
export function readCell(
  column: EditableColumn,
  text: string,
  choices: CellChoices,
): Result<Partial<EditableFields>, Problem> {
  const clean = text.normalize('NFC').trim();
  switch (column) {
    case 'occurred': {
      const occurred = readSpan(clean);
      return occurred ? succeed({ occurred }) : fail({ kind: 'invalidMoment', text: clean });
    }
    case 'reported': {
      if (clean === '') return succeed({ reportedOn: null });
      const when = parseWhen(clean);
      const reportedOn = when && parsePlainDate(when.from.slice(0, 10));
      return reportedOn ? succeed({ reportedOn }) : fail({ kind: 'invalidDay', text: clean });
    }
    case 'persons':
      return succeed({ personsInvolved: readNumber(clean) });
    case 'accuracy':
      return succeed({ positionAccuracyM: clean === '' ? null : readNumber(clean.replace(/^±|\s*m$/gi, '')) });
    case 'summary':
      return succeed({ summary: clean });
    case 'caseNumber':
      return succeed({ sourceId: clean === '' ? null : clean });
    case 'unit': {
      if (clean === '') return succeed({ unitCode: null });
      const code = choose(choices.unit, clean);
      return code === null ? fail({ kind: 'unknownChoice', text: clean }) : succeed({ unitCode: code as UnitCode });
    }
    default: {
      const id = choose(choices[column], clean);
      if (id === null) return fail({ kind: 'unknownChoice', text: clean });
      if (column === 'category') return succeed({ category: id as CategoryId });
      if (column === 'status') return succeed({ status: id as StatusId });
      return succeed(column === 'kind' ? { kind: id as IncidentKind } : { discovery: id as Discovery });
    }
  }
}

/** By id, else by the words without marks. */
function choose(choices: readonly Choice[], text: string): string | null {
  const folded = foldVietnamese(text);
  const found = choices.find(({ id }) => id === text) ?? choices.find(({ title }) => foldVietnamese(title) === folded);
  return found?.id ?? null;
}

/** A number with a decimal comma, or a point where that groups no thousands; NaN where it is none. */
function readNumber(text: string): number {
  const plain = text
    .replace(/\s/g, '')
    .replace(/\.(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

function readSpan(text: string): { from: WallClock; to: WallClock } | null {
  const whole = parseWhen(text);
  if (whole) return { from: whole.from, to: whole.to };
  const [first = '', second, ...more] = text.split(/\s+(?:–|-|đến|to)\s+/i);
  const from = parseWhen(first);
  const to = second === undefined || more.length > 0 ? null : parseWhen(second);
  return from && to ? { from: from.from, to: to.to } : null;
}
