import { ListPlus, MapPinPlus, Spline, Trash2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { v7 } from 'uuid';
import { removeTasks, saveTasks } from '../../../commands';
import type { PatrolTask, TaskId, TaskPlace } from '../../../domain';
import { RecordList, TaskForm } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { Button, EmptyState } from '../../../ui';
import { drawLine } from '../../wiring/drawLine';
import { pickPosition } from '../../wiring/pickPosition';
import { useActions } from '../../wiring/useActions';
import { middleOf } from './middleOf';
import { type NamedProposal, ProposeDialog } from './ProposeDialog';
import { type PatrolRecords, useSaving } from './useRecords';

const DWELL_MINUTES = 15;

const FIRST: Omit<PatrolTask, 'id' | 'name' | 'place' | 'source' | 'weight'> = {
  chainage: null,
  hours: null,
  dwellMinutes: DWELL_MINUTES,
  windows: [],
  visitsPerWeek: 2,
  leastGapHours: 24,
  mostGapHours: null,
  joint: [],
  isRequired: false,
  isActive: true,
  rev: 0,
};

export interface TasksViewProps {
  readonly records: PatrolRecords;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** The places and stretches that are to be visited. */
export function TasksView({ records, mapRef }: TasksViewProps) {
  const words = useWords(patrolWords);
  const format = useFormat();
  const actions = useActions();
  const saving = useSaving();
  const [edited, setEdited] = useState<PatrolTask | null>(null);
  const [isProposing, setProposing] = useState(false);
  const { tasks, members, routes } = records;
  const editNew = (place: TaskPlace): void =>
    setEdited({ ...FIRST, id: v7() as TaskId, name: '', place, source: 'hand', weight: 1 });
  const addPlace = async (): Promise<void> => {
    const picked = await pickPosition();
    if (picked) editNew({ kind: 'place', at: [picked.lng, picked.lat] });
  };
  const addStretch = async (): Promise<void> => {
    const path = await drawLine();
    if (path) editNew({ kind: 'stretch', path });
  };
  const take = (proposals: readonly NamedProposal[]): void => {
    setProposing(false);
    // What is there already under the same name is what it was made of before: it is renewed, not doubled.
    const known = new Map(tasks.map((task) => [task.name, task]));
    const made = proposals.map(({ name, source, path, chainage, perYear, hours }): PatrolTask => {
      const before = known.get(name) ?? { ...FIRST, id: v7() as TaskId, name };
      const [first] = path;
      const place = path.length > 1 ? { kind: 'stretch' as const, path } : { kind: 'place' as const, at: first! };
      return { ...before, place, chainage, source, weight: perYear, hours };
    });
    void actions.apply(
      saveTasks({ tasks }, made),
      { command: 'proposeTasks', params: { count: made.length } },
      words.taken(format.count(made.length)),
    );
  };
  const active = tasks.filter(({ isActive }) => isActive).length;
  return (
    <div className="gr-Stack">
      <div className="gr-Actions">
        <Button icon={ListPlus} variant="primary" onPress={() => setProposing(true)}>
          {words.addTasks}
        </Button>
        <Button icon={MapPinPlus} onPress={() => void addPlace()}>
          {words.addPlace}
        </Button>
        <Button icon={Spline} onPress={() => void addStretch()}>
          {words.addStretch}
        </Button>
      </div>
      {tasks.length === 0 ? (
        <EmptyState title={words.tasksEmpty} detail={words.tasksEmptyNote} />
      ) : (
        <>
          <p className="gr-muted">{words.tasksCount(format.count(tasks.length), format.count(active))}</p>
          <RecordList
            label={words.tasks}
            rows={[...tasks]
              .sort((a, b) => b.weight - a.weight)
              .map((task) => ({
                id: task.id,
                name: task.name,
                isPale: !task.isActive,
                detail: [
                  words.taskDetail(format.decimal(task.weight, 1), format.count(task.visitsPerWeek)),
                  task.source === 'line' ? '' : words.sources[task.source],
                  task.isActive ? '' : words.inactive,
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            onShow={(id) => {
              const [lng, lat] = middleOf(tasks.find((task) => task.id === id)!);
              mapRef.current?.flyTo({ lng, lat, zoom: 15 });
            }}
            onEdit={(id) => setEdited(tasks.find((task) => task.id === id)!)}
            onRemove={(id) => {
              const task = tasks.find((row) => row.id === id)!;
              void actions.apply(removeTasks({ routes }, [task]), { command: 'removeTask' }, words.removed(task.name));
            }}
          />
          <div>
            <Button
              icon={Trash2}
              onPress={() =>
                void actions.apply(
                  removeTasks({ routes }, tasks),
                  { command: 'removeTasks', params: { count: tasks.length } },
                  words.removedAll(format.count(tasks.length)),
                )
              }
            >
              {words.removeAll}
            </Button>
          </div>
        </>
      )}
      {isProposing && <ProposeDialog onTake={take} onClose={() => setProposing(false)} />}
      {edited && (
        <TaskForm
          isNew={!tasks.some(({ id }) => id === edited.id)}
          task={edited}
          members={members}
          onSave={(task) => saving(saveTasks({ tasks }, [task]), { command: 'saveTask', done: words.saved(task.name) })}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
