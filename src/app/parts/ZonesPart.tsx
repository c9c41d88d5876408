import { useMemo } from 'react';
import { ZoneSection } from '../../features/boundaries';
import { useSession } from '../../store';
import { useView } from '../wiring/useView';
import { useZoneDraft } from '../wiring/useZoneDraft';

/** The sliders of the zones. */
export function ZonesPart() {
  const info = useView('info');
  const asOf = useView('asOf');
  const { zoneM, isDraft, draft, set } = useZoneDraft();
  const scope = useSession((session) => session.scope);
  const setScope = useSession((session) => session.setScope);
  const levels = useMemo(() => new Set(info?.lines.map(({ level }) => level)), [info]);
  if (!zoneM) return null;
  return (
    <ZoneSection
      zoneM={zoneM}
      isDraft={isDraft}
      onDraft={draft}
      onSet={set}
      scope={scope}
      onScope={setScope}
      asOf={asOf}
      levels={levels}
    />
  );
}
