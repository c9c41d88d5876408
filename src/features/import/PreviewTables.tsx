import type { ImportNote, IncidentDraft } from '../../analysis/import';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { SimpleTable } from '../../ui';
import type { IncidentPreview } from '../../workers/fileTasks';

interface Props {
  readonly preview: IncidentPreview;
}

const REJECTED_SHOWN = 200;

export function FirstRowsTable({ preview, unitName }: Props & { readonly unitName: (code: string) => string }) {
  const { importing: words, incidents } = useMessages();
  const terms = useTerms();
  const format = useFormat();
  const rows = preview.firstIncidents;
  const when = ({ occurred: { from, to } }: IncidentDraft): string => {
    if (from === to) return format.dateTime(from);
    const isWholeDay = from.endsWith('T00:00') && to === `${from.slice(0, 10)}T23:59`;
    return isWholeDay ? format.date(from) : incidents.occurredSpan(format.dateTime(from), format.dateTime(to));
  };
  return (
    <div className="gr-Import-rows">
      <SimpleTable
        caption={words.firstRowsCaption(format.count(rows.length), format.count(preview.counts.usable))}
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { id: 'row', title: words.row, text: ({ row }) => String(row), align: 'end', isRowHeader: true },
          { id: 'when', title: words.occurred, text: when },
          {
            id: 'position',
            title: words.position,
            text: ({ lat, lng }) =>
              lat === null || lng === null ? '–' : `${format.decimal(lat, 5)}; ${format.decimal(lng, 5)}`,
          },
          { id: 'category', title: words.category, text: ({ category }) => terms.name(category) },
          { id: 'kind', title: words.kind, text: ({ kind }) => incidents.kindShort[kind] },
          {
            id: 'persons',
            title: words.personsShort,
            text: ({ personsInvolved }) => format.count(personsInvolved),
            align: 'end',
          },
          { id: 'unit', title: words.unit, text: ({ unitCode }) => (unitCode ? unitName(unitCode) : '–') },
          { id: 'summary', title: words.summary, text: ({ summary }) => summary },
        ]}
      />
    </div>
  );
}

export function ColumnTable({ preview }: Props) {
  const { importing: words } = useMessages();
  const rows = [
    ...preview.mapping.map(({ column, header, field, samples }) => ({
      column,
      header: header === '' ? words.geometryColumn : header,
      meaning: words.field[field],
      samples: samples.join(' · '),
    })),
    ...preview.ignored.map(({ column, header }) => ({ column, header, meaning: words.ignoredColumn, samples: '' })),
  ].sort((a, b) => a.column - b.column);
  return (
    <>
      <SimpleTable
        caption={words.columnsCaption}
        rows={rows}
        rowKey={({ column }) => String(column)}
        columns={[
          { id: 'header', title: words.column, text: ({ header }) => header, isRowHeader: true },
          { id: 'meaning', title: words.meaning, text: ({ meaning }) => meaning },
          { id: 'samples', title: words.samples, text: ({ samples }) => samples },
        ]}
      />
      {preview.ignored.length > 0 && <p className="gr-Import-hint">{words.ignoredHint}</p>}
    </>
  );
}

export function RejectedTable({ preview, total }: Props & { readonly total: number }) {
  const { importing: words } = useMessages();
  const format = useFormat();
  const rows = preview.firstRejected.slice(0, REJECTED_SHOWN);
  return (
    <SimpleTable
      caption={words.rejectedCaption(format.count(rows.length), format.count(total))}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { id: 'row', title: words.row, text: ({ row }) => String(row), align: 'end', isRowHeader: true },
        { id: 'reason', title: words.reason, text: ({ reason }) => words.rejectReason[reason] },
        { id: 'text', title: words.text, text: ({ text }) => text },
      ]}
    />
  );
}

export function NoteList({ preview }: Props) {
  const { importing: words } = useMessages();
  const format = useFormat();
  const places = ({ count, rows, samples }: ImportNote): string =>
    [
      rows.length > 0 ? words.noteRows(`${rows.join(', ')}${count > rows.length ? '…' : ''}`) : '',
      samples.length > 0 ? words.noteSamples(samples.map((text) => `“${text}”`).join(', ')) : '',
    ]
      .filter(Boolean)
      .join('; ');
  return (
    <ul className="gr-Import-notes">
      {preview.notes.map((note) => (
        <li key={note.kind}>
          {words.note[note.kind](format.count(note.count))} <span className="gr-Import-hint">({places(note)})</span>
        </li>
      ))}
    </ul>
  );
}
