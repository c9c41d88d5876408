import './health.css';
import { ClipboardCheck } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n';
import { EmptyState, InlineMessage, ProgressBar, Stat, StatRow } from '../../ui';
import type { HealthCheck, HealthReport } from '../../workers/healthTasks';
import { CHECKS, whyOf } from './checks';

export interface HealthChecksProps {
  /** How far the register is read; null when it is. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly report: HealthReport | null;
  readonly check: HealthCheck | null;
  readonly onCheck: (check: HealthCheck) => void;
}

/** What is wrong in the register, kind by kind, with counts and why it matters. */
export function HealthChecks({ reading, report, check, onCheck }: HealthChecksProps) {
  const messages = useMessages();
  const { health, duplicates } = messages;
  const format = useFormat();
  if (reading || !report) {
    const { done, total } = reading ?? { done: 0, total: 0 };
    return (
      <ProgressBar
        label={health.reading}
        share={total === 0 ? null : done / total}
        detail={health.readingCount(format.count(done), format.count(total))}
      />
    );
  }
  const { counts } = report;
  const faulty = CHECKS.filter((each) => counts[each] > 0);
  const clean = CHECKS.filter((each) => counts[each] === 0);
  const countOf = (each: HealthCheck): string => {
    const unit = each === 'duplicates' ? health.pairUnit : health.unit;
    return health.countOf(format.count(counts[each]), unit(counts[each]));
  };
  if (report.total === 0) return <EmptyState icon={ClipboardCheck} title={health.emptyRegister} />;
  return (
    <>
      <StatRow>
        <Stat label={health.checked} value={format.count(report.total)} unit={health.unit(report.total)} />
        <Stat label={health.faultyKinds} value={format.count(faulty.length)} unit={health.kindUnit(faulty.length)} />
      </StatRow>
      {faulty.length === 0 ? (
        <EmptyState icon={ClipboardCheck} title={health.nothing} detail={health.nothingDetail} />
      ) : (
        <ul className="gr-HealthChecks" aria-label={health.list}>
          {faulty.map((each) => (
            <li key={each}>
              <button
                type="button"
                className="gr-HealthCheck"
                aria-pressed={each === check}
                onClick={() => onCheck(each)}
              >
                <span className="gr-HealthCheck-line">
                  <span className="gr-HealthCheck-name">{health.check[each]}</span>
                  <span className="gr-tabular">{countOf(each)}</span>
                </span>
                <span className="gr-HealthCheck-why">{whyOf(each, messages, format)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {report.crowds > 0 && <InlineMessage tone="info" title={duplicates.crowds(format.count(report.crowds))} />}
      {report.isCut && <InlineMessage tone="info" title={duplicates.isCut} />}
      {clean.length > 0 && faulty.length > 0 && (
        <p className="gr-muted gr-small">
          {health.clean(clean.map((each) => health.check[each].toLocaleLowerCase('vi')).join('; '))}
        </p>
      )}
    </>
  );
}
