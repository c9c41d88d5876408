import './Menu.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './classNames';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly keys?: ReactNode;
  /** Why it cannot be chosen now, in words; null or absent when it can. */
  readonly disabledReason?: string | null;
  readonly isDanger?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  readonly label: string;
  /** A Button or IconButton of this kit. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  /** The entry that holds now: marked, and where a long menu opens. */
  readonly current?: string;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const { icon: Icon, disabledReason } = entry;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.title}
      isDisabled={Boolean(disabledReason)}
      onAction={entry.onAction}
      className={classNames('gr-MenuItem', entry.isDanger && 'gr-MenuItem-danger')}
    >
      {Icon && <Icon aria-hidden size={16} />}
      <span className="gr-MenuItem-text">
        <span>{entry.title}</span>
        {disabledReason && <span className="gr-MenuItem-reason">{disabledReason}</span>}
      </span>
      {entry.keys}
    </MenuItem>
  );
}

export function Menu({ label, trigger, groups, current }: MenuProps) {
  const marked = current === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [current] };
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="gr-Popover" offset={4}>
        <AriaMenu aria-label={label} className="gr-Menu" {...marked}>
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              // Groups and entries share one space of names: two of one name would hide what comes after.
              id={`group ${group.id}`}
              className="gr-Menu-section"
              {...(group.title ? {} : { 'aria-label': label })}
            >
              {group.title && <Header className="gr-Menu-header">{group.title}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
