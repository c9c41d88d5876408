import { FileDown, Map as MapIcon, Printer, Smartphone, Spline } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Degrees, PatrolRoute } from '../../../../domain';
import { writeRouteGpx } from '../../../../formats/patrols/writeRouteGpx';
import { writeRouteKml } from '../../../../formats/patrols/writeRouteKml';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { roadsWords } from '../../../../i18n/roadsWords';
import { useWords } from '../../../../i18n/useWords';
import { Button, Menu } from '../../../../ui';
import { useServices } from '../../../services';
import { patrolServiceOf } from '../../../wiring/patrolService';
import { saveBlob } from '../../../wiring/saveBlob';
import { useActions } from '../../../wiring/useActions';
import { usePlanGround } from '../usePlanGround';
import type { PatrolRecords } from '../useRecords';
import type { ShownPlan } from '../useShownPlan';
import { fileName } from './fileName';
import { findCourse } from './findCourse';
import { routeFileOf } from './routeFileOf';
import { useFieldTexts } from './useFieldTexts';
import { useRouteFacts } from './useRouteFacts';

const RouteSheet = lazy(() => import('./RouteSheet'));
const PhoneDialog = lazy(() => import('./PhoneDialog'));
const TrackDialog = lazy(() => import('./TrackDialog'));

export interface RouteActionsProps {
  readonly route: ShownPlan['routes'][number];
  readonly records: PatrolRecords;
}

type Open =
  | { readonly kind: 'sheet' | 'track'; readonly course: readonly Degrees[] }
  | { readonly kind: 'phone' }
  | null;

const isKept = (route: ShownPlan['routes'][number]): route is PatrolRoute => 'id' in route;

/** What can be taken along of a route, once its plan is kept: only then do lists find their way back. */
export function RouteActions({ route, records }: RouteActionsProps) {
  return isKept(route) ? <KeptRouteActions route={route} records={records} /> : null;
}

function KeptRouteActions({ route, records }: { readonly route: PatrolRoute; readonly records: PatrolRecords }) {
  const service = patrolServiceOf(useServices());
  const words = useWords(patrolFieldWords);
  const roadWords = useWords(roadsWords);
  const texts = useFieldTexts();
  const ground = usePlanGround(records);
  const actions = useActions();
  const routes = useMemo(() => [route], [route]);
  const [facts] = useRouteFacts(routes, records);
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  if (!facts) return null;
  const title = texts.title(facts);
  const roadsId = records.plans.find(({ id }) => id === route.planId)?.roadsId ?? null;
  const isStraight = roadsId === null;
  const isOther = ground !== null && ground.roadsId !== roadsId;
  const withCourse = async (use: (course: readonly Degrees[]) => void): Promise<void> => {
    const course = isOther ? null : await findCourse(service, route, records.teams);
    if (!course) actions.say(isOther ? roadWords.courseOther : words.groundFailed);
    use(course ?? []);
  };
  const save = (
    write: typeof writeRouteGpx,
    { ending, type }: { readonly ending: string; readonly type: string },
  ): void =>
    void withCourse((course) =>
      saveBlob(new Blob([write(routeFileOf(facts, course, texts))], { type }), fileName(title, ending)),
    );
  return (
    <div className="gr-Actions">
      <Menu
        label={words.actionsOf(title)}
        trigger={<Button icon={FileDown}>{words.actions}</Button>}
        groups={[
          {
            id: 'field',
            entries: [
              {
                id: 'print',
                title: words.print,
                icon: Printer,
                onAction: () => void withCourse((course) => setOpen({ kind: 'sheet', course })),
              },
              { id: 'phone', title: words.phone, icon: Smartphone, onAction: () => setOpen({ kind: 'phone' }) },
              {
                id: 'gpx',
                title: words.gpx,
                icon: MapIcon,
                onAction: () => save(writeRouteGpx, { ending: 'gpx', type: 'application/gpx+xml' }),
              },
              {
                id: 'kml',
                title: words.kml,
                icon: MapIcon,
                onAction: () => save(writeRouteKml, { ending: 'kml', type: 'application/vnd.google-earth.kml+xml' }),
              },
              {
                id: 'track',
                title: words.track,
                icon: Spline,
                onAction: () => void withCourse((course) => setOpen({ kind: 'track', course })),
              },
            ],
          },
        ]}
      />
      <Suspense>
        {open?.kind === 'sheet' && (
          <RouteSheet facts={facts} course={open.course} isStraight={isStraight} onDone={close} />
        )}
        {open?.kind === 'track' && <TrackDialog facts={facts} course={isStraight ? [] : open.course} onClose={close} />}
        {open?.kind === 'phone' && <PhoneDialog facts={facts} onClose={close} />}
      </Suspense>
    </div>
  );
}
