import { type ImportNote, NOTE_KINDS, type NoteKind } from './types';

const MOST_EXAMPLES = 5;

/** Gathers what was assumed or mended, so that each is told once with its count and first places. */
export function makeNoteCollector(): {
  readonly add: (kind: NoteKind, row: number, sample?: string) => void;
  readonly notes: () => ImportNote[];
} {
  const gathered = new Map<NoteKind, { count: number; rows: number[]; samples: string[] }>();
  return {
    add: (kind, row, sample) => {
      let note = gathered.get(kind);
      if (!note) {
        note = { count: 0, rows: [], samples: [] };
        gathered.set(kind, note);
      }
      note.count += 1;
      if (note.rows.length < MOST_EXAMPLES) note.rows.push(row);
      if (sample && note.samples.length < MOST_EXAMPLES && !note.samples.includes(sample)) note.samples.push(sample);
    },
    notes: () =>
      NOTE_KINDS.flatMap((kind) => {
        const note = gathered.get(kind);
        return note ? [{ kind, ...note }] : [];
      }),
  };
}
