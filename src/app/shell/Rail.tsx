import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';

export interface ShellRole<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly icon: LucideIcon;
}

export interface RailProps<Id extends string> {
  readonly roles: readonly ShellRole<Id>[];
  readonly role: Id;
  readonly onRole: (id: Id) => void;
  readonly footer?: ReactNode;
}

/** The roles, at the left of the screen; on a phone at its foot. */
export function Rail<Id extends string>({ roles, role, onRole, footer }: RailProps<Id>) {
  const { shell } = useMessages();
  return (
    <nav className="gr-Rail" aria-label={shell.roles}>
      <ul className="gr-Rail-roles">
        {roles.map(({ id, title, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              className="gr-Rail-role"
              {...(id === role ? { 'aria-current': 'page' as const } : {})}
              onClick={() => onRole(id)}
            >
              <Icon aria-hidden size={20} strokeWidth={1.75} />
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {footer && <div className="gr-Rail-footer">{footer}</div>}
    </nav>
  );
}
