import { useEffect } from 'react';
import { useFormat } from '../../i18n';
import { pictureWords } from '../../i18n/pictureWords';
import { useWords } from '../../i18n/useWords';
import { useSession } from '../../store';
import { useServices } from '../services';
import { NO_OVERLAY } from '../wiring/mapOverlay';
import { drawGaps } from './patrols/drawGaps';
import { drawPatrols } from './patrols/drawPatrols';
import { patrolKey } from './patrols/patrolKey';
import { useCourses } from './patrols/useCourses';
import { usePlanCover } from './patrols/usePlanCover';
import { usePatrolRecords } from './patrols/useRecords';
import { useShownPlan } from './patrols/useShownPlan';

/** What patrols draw on the map: it stays while the details of something else lie over their panel. */
export default function PatrolOverlay() {
  const { overlay } = useServices();
  const words = useWords(pictureWords);
  const format = useFormat();
  const view = useSession((session) => session.patrols.view);
  const records = usePatrolRecords();
  const shown = useShownPlan(records);
  const courses = useCourses(records, shown);
  const cover = usePlanCover(records, shown);
  const showsGaps = useSession((session) => session.patrols.showsGaps);
  const taskId = useSession((session) => session.patrols.taskId);
  useEffect(() => {
    const isPlan = view === 'plan';
    const drawn = drawPatrols(records, isPlan ? shown : null, courses);
    const picked = isPlan ? (records.tasks.find(({ id }) => id === taskId) ?? null) : null;
    const patrols = drawGaps(drawn, isPlan && showsGaps ? cover : null, picked);
    const key = patrolKey(patrols, { teams: records.teams, day: isPlan ? (shown?.day ?? null) : null, words, format });
    overlay.set({ ...NO_OVERLAY, patrols, key });
  }, [overlay, records, shown, view, courses, cover, showsGaps, taskId, words, format]);
  useEffect(() => () => overlay.set(NO_OVERLAY), [overlay]);
  return null;
}
