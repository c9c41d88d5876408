import './shell.css';
import { PanelLeftOpen } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { classNames, IconButton, type SheetHeight, Splitter, useIsPhone } from '../../ui';
import { PanelFrame } from './PanelFrame';
import { Rail, type ShellRole } from './Rail';
import { SkipLinks } from './SkipLinks';

export const MAP_ID = 'map';
const TABLE_ID = 'table';
const TABLE_MIN_PX = 160;
const TABLE_MAX_PX = 640;

/** What lies over the map's corners; nothing else does. */
export interface MapOverlays {
  readonly topLeft?: ReactNode;
  readonly topRight?: ReactNode;
  readonly bottomLeft?: ReactNode;
  readonly bottomRight?: ReactNode;
}

/** A second part beside the map: a table, later a profile. */
export interface ShellTable {
  readonly content: ReactNode;
  readonly placement: 'bottom' | 'side';
  /** Pixels along the split. */
  readonly size: number;
  readonly onSizeChange: (size: number) => void;
}

export interface AppShellProps<Role extends string> {
  readonly roles: readonly ShellRole<Role>[];
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  /** At the foot of the rail: settings, help. */
  readonly railFooter?: ReactNode;
  readonly panel: ReactNode;
  readonly isPanelOpen: boolean;
  readonly onPanelOpenChange: (isOpen: boolean) => void;
  readonly panelWidth: number;
  readonly onPanelWidthChange: (width: number) => void;
  readonly sheetHeight: SheetHeight;
  readonly onSheetHeightChange: (height: SheetHeight) => void;
  /** In the panel's strip. */
  readonly edition?: ReactNode;
  readonly search?: ReactNode;
  /** The amber stamp; stays in sight when the panel is folded. */
  readonly stamp?: ReactNode;
  readonly map: ReactNode;
  readonly overlays?: MapOverlays;
  readonly table?: ShellTable | null;
  /** Across the top: a newer version, a lost connection to the store. */
  readonly notices?: ReactNode;
  /** Besides the frame's own: how it looks while scenes are presented. */
  readonly className?: string | undefined;
}

/** The frame: roles, one panel, and the map with an optional second part. It holds no state of its own. */
export function AppShell<Role extends string>(props: AppShellProps<Role>) {
  const { roles, role, onRole, isPanelOpen, onPanelOpenChange, stamp, overlays = {}, table } = props;
  const { shell } = useMessages();
  const isPhone = useIsPhone();
  const isFolded = !isPhone && !isPanelOpen;
  const tableSize: CSSProperties & Record<'--table-size', string> = { '--table-size': `${table?.size ?? 0}px` };
  return (
    <div className={classNames('gr-Shell', isFolded && 'gr-Shell-folded', props.className)}>
      <SkipLinks hasPanel={!isFolded} hasTable={Boolean(table)} />
      {props.notices && <div className="gr-Shell-notices">{props.notices}</div>}
      <Rail roles={roles} role={role} onRole={onRole} footer={props.railFooter} />
      <PanelFrame
        title={roles.find(({ id }) => id === role)?.title ?? ''}
        isOpen={isPanelOpen}
        onOpenChange={onPanelOpenChange}
        width={props.panelWidth}
        onWidthChange={props.onPanelWidthChange}
        sheetHeight={props.sheetHeight}
        onSheetHeightChange={props.onSheetHeightChange}
        isPhone={isPhone}
        stamp={stamp}
        edition={props.edition}
        search={props.search}
      >
        {props.panel}
      </PanelFrame>
      <main className={classNames('gr-Main', table && `gr-Main-${table.placement}`)} style={tableSize}>
        <section className="gr-Map" id={MAP_ID} tabIndex={-1} aria-label={shell.mapArea}>
          {props.map}
          <div className="gr-Map-overlay gr-Map-topLeft">
            {isFolded && (
              <div className="gr-Map-unfold">
                <IconButton
                  label={shell.unfoldPanel}
                  icon={PanelLeftOpen}
                  variant="secondary"
                  onPress={() => onPanelOpenChange(true)}
                />
                {stamp}
              </div>
            )}
            {overlays.topLeft}
          </div>
          <div className="gr-Map-overlay gr-Map-topRight">{overlays.topRight}</div>
          <div className="gr-Map-overlay gr-Map-bottomLeft">{overlays.bottomLeft}</div>
          <div className="gr-Map-overlay gr-Map-bottomRight">{overlays.bottomRight}</div>
        </section>
        {table && (
          <section className="gr-Table" id={TABLE_ID} tabIndex={-1} aria-label={shell.tableArea}>
            {!isPhone && (
              <Splitter
                label={shell.resizeTable}
                controls={TABLE_ID}
                edge={table.placement === 'bottom' ? 'top' : 'left'}
                value={table.size}
                min={TABLE_MIN_PX}
                max={TABLE_MAX_PX}
                onChange={table.onSizeChange}
              />
            )}
            {table.content}
          </section>
        )}
      </main>
    </div>
  );
}
