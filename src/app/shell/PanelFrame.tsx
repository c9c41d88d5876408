import { PanelLeftClose } from 'lucide-react';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n';
import { classNames, IconButton, SheetHandle, type SheetHeight, Splitter } from '../../ui';

const PANEL_ID = 'panel';
const PANEL_MIN_PX = 320;
const PANEL_MAX_PX = 480;

export interface PanelFrameProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Pixels, 320 … 480. */
  readonly width: number;
  readonly onWidthChange: (width: number) => void;
  /** On a phone: how high the panel stands. */
  readonly sheetHeight: SheetHeight;
  readonly onSheetHeightChange: (height: SheetHeight) => void;
  readonly isPhone: boolean;
  readonly stamp?: ReactNode;
  readonly edition?: ReactNode;
  readonly search?: ReactNode;
  readonly children: ReactNode;
}

/** The one panel: a column beside the map, or a sheet over it on a phone. Its contents stay mounted either way. */
export function PanelFrame(props: PanelFrameProps) {
  const { title, isOpen, onOpenChange, width, onWidthChange, sheetHeight, isPhone, stamp, edition, search } = props;
  const { shell } = useMessages();
  const [draggedPx, setDraggedPx] = useState<number | null>(null);
  const style: CSSProperties = isPhone ? (draggedPx === null ? {} : { height: draggedPx }) : { width };
  return (
    <aside
      id={PANEL_ID}
      tabIndex={-1}
      aria-label={title}
      className={classNames('gr-Panel', isPhone && 'gr-Sheet', draggedPx !== null && 'gr-Sheet-dragged')}
      style={style}
      hidden={!isPhone && !isOpen}
      {...(isPhone ? { 'data-height': sheetHeight } : {})}
    >
      {isPhone && (
        <SheetHandle
          height={sheetHeight}
          onHeightChange={props.onSheetHeightChange}
          onDrag={setDraggedPx}
          controls={PANEL_ID}
        />
      )}
      <header className="gr-Panel-strip">
        <div className="gr-Panel-line">
          <h1>{title}</h1>
          {stamp}
          {!isPhone && <IconButton label={shell.foldPanel} icon={PanelLeftClose} onPress={() => onOpenChange(false)} />}
        </div>
        {(edition || search) && (
          <div className="gr-Panel-line">
            {search && <div className="gr-Panel-search">{search}</div>}
            {edition && <div className="gr-Panel-edition">{edition}</div>}
          </div>
        )}
      </header>
      <div className="gr-Panel-body">{props.children}</div>
      {!isPhone && (
        <Splitter
          label={shell.resizePanel}
          controls={PANEL_ID}
          edge="right"
          value={width}
          min={PANEL_MIN_PX}
          max={PANEL_MAX_PX}
          onChange={onWidthChange}
        />
      )}
    </aside>
  );
}
