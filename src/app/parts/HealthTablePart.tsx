import { type RefObject, useCallback, useState } from 'react';
import { editIncidents, mendIncidents, mergeIncidents } from '../../commands';
import { type ChangeSet, type Incident, type Problem, placeOf, type Result } from '../../domain';
import { FaultTable, FixBar, MergeDialog, type PairRow, PairTable } from '../../features/health';
import { useFormat, useMessages } from '../../i18n';
import type { MapHandle } from '../../map/types';
import { useSession } from '../../store';
import { countRows, EmptyState, hasRow, NO_ROWS, type RowRuns, showToast } from '../../ui';
import type { HealthCheck } from '../../workers/healthTasks';
import { useServices } from '../services';
import { focusRegion } from '../shell/focusRegion';
import { pickPosition } from '../wiring/pickPosition';
import { useActions } from '../wiring/useActions';
import { useHealthCheck } from '../wiring/useHealthCheck';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';
import { vietnamNow } from '../wiring/vietnamNow';

const PIECE = 1_000;
const CLOSE_ZOOM = 15;

export interface HealthTablePartProps {
  readonly check: HealthCheck | null;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly onRemoveSimulated: () => void;
  readonly onOpenRegister: () => void;
}

/** The list of what one check found, and the ways to mend it. */
export default function HealthTablePart(props: HealthTablePartProps) {
  const { health } = useServices();
  const { health: words } = useMessages();
  const { version, report } = useObservable(health.state);
  const check = useHealthCheck(props.check);
  if (check === null) return <EmptyState title={report ? words.nothing : words.reading} />;
  // Another list, or another state of it: what was chosen means other rows.
  return <CheckList key={`${check} ${version}`} {...props} check={check} count={report?.counts[check] ?? 0} />;
}

function CheckList({
  check,
  count,
  mapRef,
  onRemoveSimulated,
  onOpenRegister,
}: HealthTablePartProps & { readonly check: HealthCheck; readonly count: number }) {
  const { store, health, toasts } = useServices();
  const { health: words, common } = useMessages();
  const format = useFormat();
  const actions = useActions();
  const unitName = useUnitName();
  const select = useSession((session) => session.select);
  const [chosen, setChosen] = useState(NO_ROWS);
  const [compared, setCompared] = useState<PairRow | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosenCount = countRows(chosen);
  const only = chosenCount === 1 ? chosen[0]?.[0] : undefined;

  const loadRecords = useCallback(
    (from: number, to: number) => (check === 'duplicates' ? Promise.resolve([]) : health.records(check, from, to)),
    [health, check],
  );
  const loadPairs = useCallback(
    async (from: number, to: number): Promise<readonly (PairRow | undefined)[]> => {
      const pairs = await health.pairs(from, to);
      const records = await store.getIncidents(pairs.flatMap(({ ids }) => ids));
      return pairs.map((pair, i) => {
        const [first, second] = [records[2 * i], records[2 * i + 1]];
        return first && second ? { pair, first, second } : undefined;
      });
    },
    [health, store],
  );

  const show = (incident: Incident | undefined): void => {
    if (!incident) return;
    select({ type: 'incident', id: incident.id });
    const place = placeOf(incident);
    if (place) mapRef.current?.flyTo({ ...place, zoom: CLOSE_ZOOM });
  };
  const choose = (rows: RowRuns): void => {
    setChosen(rows);
    const index = rows[0]?.[0];
    if (countRows(rows) !== 1 || index === undefined) return;
    if (check === 'duplicates') void loadPairs(index, index + 1).then(([row]) => show(row?.first));
    else void loadRecords(index, index + 1).then(([row]) => show(row));
  };

  /** Plans in pieces, so that no task grows with the list, and commits in one step. */
  const mendAll = async (
    plan: (incidents: readonly Incident[]) => Result<ChangeSet, Problem>,
    info: { readonly command: string; readonly kind: string },
  ): Promise<void> => {
    const updated: (readonly [Incident, Incident])[] = [];
    let refused: Problem | null = null;
    const take = (rows: readonly (Incident | undefined)[]): void => {
      const planned = plan(rows.filter((row) => row !== undefined));
      if (planned.ok) updated.push(...(planned.value.incidents?.updated ?? []));
      else refused ??= planned.problem;
    };
    // What was pressed goes away with the list as it was.
    focusRegion('table');
    setBusy(true);
    for (let from = 0; from < count; from += PIECE) {
      const rows = await loadRecords(from, from + PIECE);
      take(chosenCount === 0 ? rows : rows.filter((_, i) => hasRow(chosen, from + i)));
    }
    if (updated.length === 0 && refused) actions.report(refused);
    else {
      await actions.apply(
        { ok: true, value: { incidents: { added: [], updated, removed: [] } }, notes: [] },
        { command: info.command, params: { kind: info.kind, count: updated.length } },
        words.mended(format.count(updated.length), words.unit(updated.length)),
      );
    }
    setBusy(false);
  };

  const compare = (index: number): void => {
    void loadPairs(index, index + 1).then(([row]) => {
      if (row) setCompared(row);
      else actions.say(words.gone);
    });
  };
  const bringBack = async (ids: PairRow['pair']['ids']): Promise<void> => {
    const problem = await health.bringBack(ids);
    if (problem) actions.report(problem);
  };
  const dismiss = async (ids: PairRow['pair']['ids']): Promise<void> => {
    setCompared(null);
    const problem = await health.dismiss(ids);
    if (problem) actions.report(problem);
    else
      showToast(toasts, {
        title: words.dismissed,
        action: { title: common.undo, onAction: () => void bringBack(ids) },
      });
  };
  const openInRegister = (): void => {
    if (only === undefined) return;
    void loadRecords(only, only + 1).then(([row]) => {
      show(row);
      onOpenRegister();
    });
  };

  /** Lets the user point at where the chosen one happened. */
  const place = async (): Promise<void> => {
    if (only === undefined) return;
    const [incident] = await loadRecords(only, only + 1);
    if (!incident) return actions.say(words.gone);
    const before = document.activeElement;
    mapRef.current?.focus();
    const picked = await pickPosition();
    if (!picked) {
      if (before instanceof HTMLElement) before.focus();
      return;
    }
    focusRegion('table');
    const { lng, lat, accuracyM } = picked;
    const set = { lng, lat, positionAccuracyM: accuracyM, positionMethod: 'map' } as const;
    await actions.apply(
      editIncidents({ incidents: [incident] }, { set }),
      { command: 'editIncidents', params: { kind: 'position', count: 1 } },
      words.mended(format.count(1), words.unit(1)),
    );
  };

  const label = words.table(words.check[check]);
  const table = { label, rowCount: count, selected: chosen, onSelect: choose };
  return (
    <div className="gr-HealthTable">
      <FixBar
        check={check}
        scope={{ count: chosenCount || count, isChosen: chosenCount > 0 }}
        isBusy={isBusy}
        onMend={(mend) =>
          void mendAll((incidents) => mendIncidents({ incidents }, { mend, now: vietnamNow() }), {
            command: 'mendIncidents',
            kind: mend,
          })
        }
        onCategory={(category) =>
          void mendAll((incidents) => editIncidents({ incidents }, { set: { category } }), {
            command: 'editIncidents',
            kind: 'category',
          })
        }
        onRemoveSimulated={onRemoveSimulated}
        onPlace={() => void place()}
        onOpen={openInRegister}
        onCompare={() => only !== undefined && compare(only)}
        onDismiss={() => {
          if (only === undefined) return;
          void health.pairs(only, only + 1).then(([pair]) => pair && dismiss(pair.ids));
        }}
      />
      {check === 'duplicates' ? (
        <PairTable {...table} load={loadPairs} onOpen={compare} />
      ) : (
        <FaultTable {...table} load={loadRecords} unitName={unitName} onOpen={openInRegister} />
      )}
      {compared && (
        <MergeDialog
          first={compared.first}
          second={compared.second}
          unitName={unitName}
          onMerge={(choices) => {
            const { first, second } = compared;
            setCompared(null);
            void actions.apply(
              mergeIncidents({ incidents: [first, second] }, { keep: first.id, remove: second.id, choices }),
              { command: 'mergeIncidents', params: { kept: first.id, removed: second.id } },
              words.merged,
            );
          }}
          onDismiss={() => void dismiss(compared.pair.ids)}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  );
}
