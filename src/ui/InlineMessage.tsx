import './InlineMessage.css';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICON = { info: Info, warn: TriangleAlert, error: CircleAlert } as const;

export interface InlineMessageProps {
  /** `warn` is amber: only for what is uncertain or simulated. */
  readonly tone: 'info' | 'warn' | 'error';
  /** What. */
  readonly title: string;
  /** Where, and why. */
  readonly detail?: ReactNode;
  /** How to mend it: words or buttons. */
  readonly remedy?: ReactNode;
  /** Read aloud when it appears: for what comes as the answer to an act. */
  readonly isLive?: boolean;
}

export function InlineMessage({ tone, title, detail, remedy, isLive = false }: InlineMessageProps) {
  const Icon = ICON[tone];
  const role = isLive ? (tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={`gr-Message gr-Message-${tone}`} {...(role ? { role } : {})}>
      <Icon aria-hidden size={18} />
      <div className="gr-Message-body">
        <p className="gr-Message-title">{title}</p>
        {detail && <div className="gr-Message-detail">{detail}</div>}
        {remedy && <div className="gr-Message-remedy">{remedy}</div>}
      </div>
    </div>
  );
}
