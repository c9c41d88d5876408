import './Tooltip.css';
import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: ReactNode;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** One control of this kit: what it wraps must take focus. */
  readonly children: ReactElement;
}

/** A word beside a control on hover and focus. Never the only place where something is said. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="gr-Tooltip" offset={6} placement={placement}>
        {text}
        {keys}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
