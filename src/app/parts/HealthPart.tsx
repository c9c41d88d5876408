import { useEffect } from 'react';
import { HealthChecks } from '../../features/health';
import type { HealthCheck } from '../../workers/healthTasks';
import { useServices } from '../services';
import { useHealthCheck } from '../wiring/useHealthCheck';
import { useObservable } from '../wiring/useObservable';

export interface HealthPartProps {
  readonly check: HealthCheck | null;
  readonly onCheck: (check: HealthCheck) => void;
}

/** The panel beside the list: what is wrong in the register. */
export default function HealthPart({ check, onCheck }: HealthPartProps) {
  const { health } = useServices();
  const { reading, report } = useObservable(health.state);
  const shown = useHealthCheck(check);
  useEffect(() => health.watch(), [health]);
  return (
    <div className="gr-PanelPart">
      <HealthChecks reading={reading} report={report} check={shown} onCheck={onCheck} />
    </div>
  );
}
