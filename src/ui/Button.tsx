import './Button.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import { classNames } from './classNames';
import { Tooltip } from './Tooltip';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface PressProps {
  readonly onPress?: (event: PressEvent) => void;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly slot?: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-describedby'?: string;
}

export interface ButtonProps extends PressProps {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  readonly type?: 'button' | 'submit';
  /** As wide as what holds it. */
  readonly isWide?: boolean;
}

export function Button({ children, variant = 'secondary', icon: Icon, isWide = false, ...press }: ButtonProps) {
  return (
    <AriaButton {...press} className={classNames('gr-Button', `gr-Button-${variant}`, isWide && 'gr-Button-wide')}>
      {Icon && <Icon aria-hidden size={16} />}
      <span className="gr-Button-text">{children}</span>
    </AriaButton>
  );
}

export interface IconButtonProps extends PressProps {
  /** Read aloud, and shown as the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly variant?: ButtonVariant;
  /** Shown in the tooltip beside the label: the keys that do the same. */
  readonly keys?: ReactNode;
  readonly size?: 'small' | 'normal';
}

export function IconButton({ label, icon: Icon, variant = 'quiet', keys, size = 'normal', ...press }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...press}
        aria-label={label}
        className={classNames('gr-Button', 'gr-IconButton', `gr-Button-${variant}`, `gr-IconButton-${size}`)}
      >
        <Icon aria-hidden size={size === 'small' ? 16 : 18} />
      </AriaButton>
    </Tooltip>
  );
}
