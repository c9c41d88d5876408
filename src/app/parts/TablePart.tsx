import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EditionInfo } from '../../analysis/openEdition';
import { type Incident, type IncidentId, placeOf } from '../../domain';
import {
  ColumnsDialog,
  type EditableColumn,
  EditManyDialog,
  type IncidentColumn,
  type IncidentRow,
  IncidentTable,
  isIncidentColumn,
  SelectionBar,
  useCellChoices,
  useColumnTitles,
  useHeadFilters,
} from '../../features/incidents/table';
import { useMessages } from '../../i18n';
import type { MapBbox } from '../../map/types';
import { setPreference, usePreference, useSession } from '../../store';
import { countRows, showToast, type TableEditing, useIsPhone } from '../../ui';
import type { QuerySummary } from '../../workers/borderAnswers';
import { useServices } from '../services';
import { useChosenRows } from '../wiring/useChosenRows';
import { useFilterParts } from '../wiring/useFilterParts';
import { useIncidentEdits } from '../wiring/useIncidentEdits';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';
import { RegisterSearch } from './RegisterSearch';

export interface TablePartProps {
  /** Shows a place on the map. */
  readonly onShow: (place: { readonly lng: number; readonly lat: number }) => void;
  readonly onShowBox: (bbox: MapBbox) => void;
}

/** The table of incidents: rows from the engine's order, records from the register. */
export default function TablePart(props: TablePartProps) {
  const info = useView('info');
  const summary = useView('summary');
  return info && summary ? <ReadyTable {...props} info={info} summary={summary} /> : null;
}

interface ReadyTableProps extends TablePartProps {
  readonly info: EditionInfo;
  readonly summary: QuerySummary;
}

function ReadyTable({ info, summary, onShow, onShowBox }: ReadyTableProps) {
  const { store, border, toasts } = useServices();
  const { register } = useMessages();
  const selection = useSession((session) => session.selection);
  const filter = useSession((session) => session.filter);
  const sort = useSession((session) => session.sort);
  const select = useSession((session) => session.select);
  const setSort = useSession((session) => session.setSort);
  const setFilter = useSession((session) => session.setFilter);
  const shownColumns = usePreference('tableColumns');
  const widths = usePreference('columnWidths');
  const unitName = useUnitName();
  const choices = useCellChoices(info);
  const edits = useIncidentEdits(choices);
  const isPhone = useIsPhone();
  const [opened, setOpened] = useState<'columns' | null>(null);
  const [editing, setEditing] = useState<readonly Incident[] | null>(null);
  const selectedId = selection?.type === 'incident' ? selection.id : null;
  const { version } = summary;
  const chosen = useChosenRows(version);
  const [selectedIndex, setSelectedIndex] = useState<number | null>(null);

  const loadRows = useCallback(
    async (from: number, to: number): Promise<readonly (IncidentRow | undefined)[]> => {
      const entries = await border.worker.api.border.rows(version, from, to);
      const records = await store.getIncidents(entries.map(({ id }) => id as IncidentId));
      return entries.map((entry, i) => {
        const incident = records[i];
        return incident ? { entry, incident } : undefined;
      });
    },
    [border, store, version],
  );

  useEffect(() => {
    let isCurrent = true;
    if (selectedId === null || version === 0) {
      setSelectedIndex(null);
      return undefined;
    }
    void border.worker.api.border
      .placeOf(selectedId)
      .then((place) => isCurrent && setSelectedIndex(place < 0 ? null : place));
    return () => {
      isCurrent = false;
    };
  }, [selectedId, version, border]);

  const show = (id: string): void => {
    void store.getIncidents([id as IncidentId]).then(([incident]) => {
      const place = incident && placeOf(incident);
      if (place) onShow(place);
    });
  };
  const several = countRows(chosen.rows);
  const count = several > 1 ? several : selectedId === null ? 0 : 1;
  const readChosen = async (): Promise<readonly Incident[]> => {
    const ids = count > 1 ? await chosen.readIds() : selectedId === null ? [] : [selectedId];
    return (await store.getIncidents(ids)).filter((incident) => incident !== undefined);
  };
  const showChosen = async (): Promise<void> => {
    if (count === 1 && selectedId) return show(selectedId);
    const box = await chosen.readBox();
    if (box) onShowBox(box);
    else showToast(toasts, { title: register.nowhere });
  };
  const removeChosen = async (): Promise<void> => {
    if (await edits.remove(await readChosen())) select(null);
  };

  const { edit } = edits;
  const tableEditing = useMemo(
    (): TableEditing<IncidentRow> => ({
      edit: (changes) =>
        edit(
          changes.map(({ row, column, text }) => ({
            incident: row.incident,
            column: column as EditableColumn,
            text,
          })),
        ),
      onRefused: ({ message }) => showToast(toasts, { tone: 'error', title: message }),
      rowId: ({ incident }) => incident.id,
    }),
    [edit, toasts],
  );
  const shown = useMemo(() => {
    const known = shownColumns?.filter(isIncidentColumn) ?? [];
    return known.length > 0 ? known : null;
  }, [shownColumns]);
  const about = { info, unitName, choices };
  const parts = useFilterParts();
  const titles = useColumnTitles();
  const titleOf = useCallback((column: IncidentColumn) => titles[column], [titles]);
  const headFilters = useHeadFilters({ info, summary, filter, parts, unitName, titleOf, onFilter: setFilter });
  const resize = (column: string, width: number | null): void => {
    const { [column]: _before, ...others } = widths;
    setPreference('columnWidths', width === null ? others : { ...others, [column]: width });
  };

  return (
    <div className="gr-TableFrame">
      <SelectionBar
        count={count}
        progress={edits.writing}
        onStop={() => edits.writing?.stop()}
        onEdit={() => void readChosen().then(setEditing)}
        onShowOnMap={() => void showChosen()}
        onRemove={() => void removeChosen()}
        onColumns={() => setOpened('columns')}
      >
        <RegisterSearch />
      </SelectionBar>
      <IncidentTable
        {...about}
        version={version}
        rowCount={summary.shown}
        isFiltered={Object.keys(filter).length > 0}
        loadRows={loadRows}
        sort={sort}
        onSort={setSort}
        shown={shown}
        editing={isPhone ? undefined : tableEditing}
        headFilters={headFilters}
        widths={widths}
        onResize={resize}
        chosen={chosen.rows}
        onChoose={chosen.choose}
        selectedIndex={selectedIndex}
        onSelect={(id) => select({ type: 'incident', id: id as IncidentId })}
        onOpen={(id) => {
          select({ type: 'incident', id: id as IncidentId });
          show(id);
        }}
      />
      {opened === 'columns' && (
        <ColumnsDialog
          {...about}
          shown={shown}
          onChange={(next: readonly IncidentColumn[] | null) => {
            setPreference('tableColumns', next);
            if (next === null) setPreference('columnWidths', {});
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {editing?.[0] && (
        <EditManyDialog
          {...about}
          count={editing.length}
          first={editing[0]}
          onSave={(cells) => edit(editing.flatMap((incident) => cells.map((cell) => ({ incident, ...cell }))))}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
