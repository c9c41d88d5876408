import './Disclosure.css';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** At the end of the title's line, outside the button: a count, a switch. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3 | 4;
  readonly defaultOpen?: boolean;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function Disclosure({
  title,
  aside,
  children,
  level = 3,
  defaultOpen = false,
  isOpen,
  onOpenChange,
}: DisclosureProps) {
  return (
    <AriaDisclosure
      className="gr-Disclosure"
      defaultExpanded={defaultOpen}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange ? { onExpandedChange: onOpenChange } : {})}
    >
      <div className="gr-Disclosure-line">
        <Heading level={level} className="gr-Disclosure-heading">
          <Button slot="trigger" className="gr-Disclosure-button">
            <ChevronRight aria-hidden size={16} className="gr-Disclosure-mark" />
            <span>{title}</span>
          </Button>
        </Heading>
        {aside}
      </div>
      <DisclosurePanel className="gr-Disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
