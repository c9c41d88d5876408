import { editEach } from '../../commands';
import {
  type ChangeSet,
  type Incident,
  type IncidentId,
  type Problem,
  type Result,
  succeed,
  type WallClock,
} from '../../domain';
import { chunksOf, pause } from '../../store/chunks';
import type { EditableColumn } from './incidentColumnIds';
import { type CellChoices, readCell } from './readCell';

export interface CellEdit {
  readonly incident: Incident;
  readonly column: EditableColumn;
  readonly text: string;
}

/** So many incidents are planned in one task. */
const PIECE = 500;
/** So many cells are put with the others of their incident in one task. */
const CELLS_PER_PIECE = 10_000;

/**
 * The change that a user's cells mean, planned in pieces so that the page stays free.
 * @problem those of `readCell` and `editEach`: nothing is planned then
 */
export async function planCellEdits(
  cells: readonly CellEdit[],
  { choices, now }: { readonly choices: CellChoices; readonly now: WallClock },
): Promise<Result<ChangeSet, Problem>> {
  const byId = new Map<IncidentId, CellEdit[]>();
  for (const piece of chunksOf(cells, CELLS_PER_PIECE)) {
    for (const cell of piece) {
      const own = byId.get(cell.incident.id);
      if (own) own.push(cell);
      else byId.set(cell.incident.id, [cell]);
    }
    if (cells.length > CELLS_PER_PIECE) await pause();
  }
  const read = remembering(choices);
  const rows = [...byId.values()];
  const updated: (readonly [Incident, Incident])[] = [];
  for (let start = 0; start < rows.length; start += PIECE) {
    const piece = rows.slice(start, start + PIECE);
    const edits = [];
    for (const { incident, column, text } of piece.flat()) {
      const set = read(column, text);
      if (!set.ok) return set;
      edits.push({ id: incident.id, set: set.value });
    }
    const planned = editEach({ incidents: piece.map(([first]) => first!.incident) }, { edits, now });
    if (!planned.ok) return planned;
    updated.push(...(planned.value.incidents?.updated ?? []));
    if (rows.length > PIECE) await pause();
  }
  return succeed({ incidents: { added: [], updated, removed: [] } });
}

/** Filling down reads the same text over and over. */
function remembering(choices: CellChoices) {
  const known = new Map<string, ReturnType<typeof readCell>>();
  return (column: EditableColumn, text: string): ReturnType<typeof readCell> => {
    const key = `${column}\t${text}`;
    const found = known.get(key) ?? readCell(column, text, choices);
    known.set(key, found);
    return found;
  };
}
