import './Stat.css';
import type { ReactNode } from 'react';

export interface StatProps {
  readonly label: string;
  /** Already in the notation of the language. */
  readonly value: string;
  readonly unit?: string;
  /** A second line: of how many, an interval. */
  readonly note?: ReactNode;
}

/** One figure with its unit. Several stand in a `StatRow`. */
export function Stat({ label, value, unit, note }: StatProps) {
  return (
    <div className="gr-Stat">
      <dt className="gr-Stat-label">{label}</dt>
      <dd>
        <span className="gr-Stat-value">{value}</span>
        {unit && <span className="gr-Stat-unit"> {unit}</span>}
        {note && <div className="gr-Stat-note">{note}</div>}
      </dd>
    </div>
  );
}

export function StatRow({ children }: { readonly children: ReactNode }) {
  return <dl className="gr-StatRow">{children}</dl>;
}
