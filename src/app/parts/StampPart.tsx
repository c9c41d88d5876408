import { useFormat, useMessages } from '../../i18n';
import { Stamp } from '../../ui';
import { useViewValue } from '../wiring/useView';

/** The amber stamp: as long as any incident of the register is simulated, every screen says so. */
export function StampPart() {
  const simulated = useViewValue(({ summary }) => summary?.totalSimulated ?? 0);
  const total = useViewValue(({ summary }) => summary?.total ?? 0);
  const { common, incidents } = useMessages();
  const format = useFormat();
  if (simulated === 0) return null;
  return (
    <Stamp>
      {simulated === total ? common.simulated : incidents.simulatedSome(format.count(simulated), format.count(total))}
    </Stamp>
  );
}
