import './EmptyState.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What will be here. */
  readonly title: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
  /** The one next step. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, detail, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className="gr-Empty">
      {Icon && <Icon aria-hidden size={24} strokeWidth={1.5} />}
      <p className="gr-Empty-title">{title}</p>
      {detail && <p>{detail}</p>}
      {action && <div className="gr-Empty-action">{action}</div>}
    </div>
  );
}
