import { useCallback, useState } from 'react';
import { v7 } from 'uuid';
import { editionOn } from '../../analysis/editionOn';
import type { ActivityDraft } from '../../analysis/import/activityTypes';
import { addActivity, changeActivity, importActivities, removeActivities } from '../../commands';
import type { Activity, ActivityId, ChangeSet, Problem, Result, UnitCode } from '../../domain';
import { ActivitiesDialog, ActivityImport } from '../../features/activities';
import { useFormat, useMessages } from '../../i18n';
import { activitiesWords } from '../../i18n/activitiesWords';
import { describeProblem } from '../../i18n/describeProblem';
import { useWords } from '../../i18n/useWords';
import { showToast } from '../../ui';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useActivityFile } from '../wiring/useActivityFile';
import { useEditionUnits } from '../wiring/useEditionUnits';
import { useObservable } from '../wiring/useObservable';
import { useUnitName } from '../wiring/useUnitName';

/** Outreach and patrols, joined to the register. */
export default function ActivitiesPart({ onClose }: { readonly onClose: () => void }) {
  const { store, today, toasts } = useServices();
  const messages = useMessages();
  const words = useWords(activitiesWords);
  const format = useFormat();
  const actions = useActions();
  const activities = useObservable(store.activities);
  const members = useObservable(store.members);
  const editions = useEditionUnits();
  const unitName = useUnitName();
  const [file, setFile] = useState<File | null>(null);
  const reader = useActivityFile({ editions, today });

  const nameOf = useCallback(
    ({ unitCode, on }: Pick<Activity, 'unitCode' | 'on'>): string =>
      (editions && editionOn(editions, on))?.units.find(({ code }) => code === unitCode)?.name ?? unitName(unitCode),
    [editions, unitName],
  );
  const unitsOn = (day: string): readonly { readonly code: UnitCode; readonly name: string }[] => {
    const edition = editions && editionOn(editions, day);
    const own = new Set(members.map(({ unitCode }) => unitCode));
    const rank = ({ code, isCore }: { code: UnitCode; isCore: boolean }): number =>
      own.has(code) ? 0 : isCore ? 1 : 2;
    return [...(edition?.units ?? [])].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'));
  };
  const commit = async (planned: Result<ChangeSet, Problem>, command: string, done: string): Promise<string | null> => {
    const result = planned.ok ? await store.commit(planned.value, { command }) : planned;
    if (!result.ok) {
      const { title, detail } = describeProblem(messages, result.problem);
      return [title, detail].filter(Boolean).join('. ');
    }
    showToast(toasts, { title: done, action: { title: messages.common.undo, onAction: actions.undo } });
    return null;
  };
  const simulated = activities.filter(({ source }) => source.kind === 'simulated');
  const takeIn = async (drafts: readonly ActivityDraft[], removeSimulated: boolean): Promise<Problem | null> => {
    const name = file?.name ?? '';
    const rows = drafts.map(
      ({ row, ...fields }): Activity => ({
        ...fields,
        id: v7() as ActivityId,
        source: { kind: 'file', name, row },
        rev: 0,
      }),
    );
    const planned = importActivities({ simulated }, { file: name, activities: rows, removeSimulated });
    if (!planned.ok) return planned.problem;
    const params = { file: name, rows: rows.length, simulatedRemoved: removeSimulated ? simulated.length : 0 };
    const committed = await store.commit(planned.value, { command: 'importActivities', params });
    if (!committed.ok) return committed.problem;
    showToast(toasts, {
      title: words.imported(format.count(rows.length), name),
      action: { title: messages.common.undo, onAction: actions.undo },
    });
    return null;
  };
  return (
    <>
      <ActivitiesDialog
        activities={activities}
        nameOf={nameOf}
        today={today}
        unitsOn={unitsOn}
        onAdd={(fields) => commit(addActivity({ id: v7() as ActivityId, fields, today }), 'addActivity', words.added)}
        onChange={(activity, fields) =>
          commit(changeActivity({ activity }, { fields, today }), 'changeActivity', words.changed)
        }
        onRemove={(activity) =>
          void actions.apply(removeActivities({ activities: [activity] }), { command: 'removeActivity' }, words.removed)
        }
        onImport={setFile}
        onClose={onClose}
      />
      {file && reader && (
        <ActivityImport
          file={file}
          onRead={reader.read}
          unitName={nameOf}
          simulatedCount={simulated.length}
          onImport={takeIn}
          onSaveRejected={() => void reader.saveRejected(file.name)}
          onClose={() => setFile(null)}
        />
      )}
    </>
  );
}
