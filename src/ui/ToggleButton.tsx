import './ToggleButton.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components';
import { Tooltip } from './Tooltip';

export interface ToggleButtonProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly icon?: LucideIcon;
  /** The label is read aloud and in the tooltip, only the icon is drawn. */
  readonly iconOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly keys?: ReactNode;
}

/** A button that stays down: a mode, a tool, a layer. */
export function ToggleButton({ label, icon: Icon, iconOnly = false, keys, ...toggle }: ToggleButtonProps) {
  const button = (
    <AriaToggleButton {...toggle} {...(iconOnly ? { 'aria-label': label } : {})} className="gr-ToggleButton">
      {Icon && <Icon aria-hidden size={iconOnly ? 18 : 16} />}
      {!iconOnly && <span>{label}</span>}
    </AriaToggleButton>
  );
  return iconOnly ? (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
