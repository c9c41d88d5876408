import { useMemo } from 'react';
import { ZoneSection } from '../../features/boundaries';
import { useSession } from '../../store';
import { useSetZones } from '../wiring/useSetZones';
import { useView } from '../wiring/useView';
import { useZoneDraft } from '../wiring/useZoneDraft';

/** The sliders of the zones. */
export function ZonesPart() {
  const info = useView('info');
  const asOf = useView('asOf');
  const { zoneM, isDraft, draft, catchUp } = useZoneDraft();
  const setZones = useSetZones();
  const scope = useSession((session) => session.scope);
  const setScope = useSession((session) => session.setScope);
  const levels = useMemo(() => new Set(info?.lines.map(({ level }) => level)), [info]);
  if (!zoneM) return null;
  return (
    <ZoneSection
      zoneM={zoneM}
      isDraft={isDraft}
      onDraft={draft}
      onSet={(next) => {
        catchUp();
        setZones(next);
      }}
      scope={scope}
      onScope={setScope}
      asOf={asOf}
      levels={levels}
    />
  );
}
