import './app.css';
import { Keyboard, List, Map as MapIcon, Ruler, Settings, TextSearch } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { removeSimulated } from '../commands';
import type { EditionId, Incident } from '../domain';
import { legendStartsOpen } from '../features/layers';
import { useFormat, useMessages } from '../i18n';
import type { MapHandle, Sketch } from '../map/types';
import { setPreference, usePreference, useSession } from '../store';
import { IconButton, SegmentedControl, type SheetHeight, ToastsRegion } from '../ui';
import { type Theme, useAppearance } from './appearance';
import { CommandPalette } from './commands/CommandPalette';
import { type DomainCommandState, domainCommands } from './commands/domainCommands';
import { KeyHelp } from './commands/KeyHelp';
import { createRegistry } from './commands/registry';
import { type ShellCommandState, shellCommands } from './commands/shellCommands';
import { useCommandKeys } from './commands/useCommandKeys';
import { FileFlow, type FileFlowHandle } from './parts/FileFlow';
import { LegendPart } from './parts/LegendPart';
import { MapPart } from './parts/MapPart';
import { Notices } from './parts/Notices';
import { PanelPart } from './parts/PanelPart';
import { RegisterPart } from './parts/RegisterPart';
import { SearchPart } from './parts/SearchPart';
import { SettingsPart } from './parts/SettingsPart';
import { StampPart } from './parts/StampPart';
import { TablePart } from './parts/TablePart';
import { WelcomePart } from './parts/WelcomePart';
import { useServices } from './services';
import { AppShell, MAP_ID } from './shell/AppShell';
import { useActions } from './wiring/useActions';
import { useAddressBar } from './wiring/useAddressBar';
import { useObservable } from './wiring/useObservable';
import { useViewValue } from './wiring/useView';

type Open = 'palette' | 'help' | 'settings' | 'welcome' | null;

const registry = createRegistry<ShellCommandState & DomainCommandState>([...shellCommands, ...domainCommands]);
const PANEL_PX = 360;
const TABLE_PX = 260;

/** Everything on one screen: the frame, the map, the panel of the role, and what opens over them. */
export function Workspace({ theme }: { readonly theme: Theme }) {
  const { store, border, toasts } = useServices();
  const messages = useMessages();
  const format = useFormat();
  const editionId = useSession((session) => session.editionId);
  const selection = useSession((session) => session.selection);
  const filter = useSession((session) => session.filter);
  const mode = useSession((session) => session.mode);
  const panel = useSession((session) => session.panel);
  const session = useSession.getState();
  const actions = useActions();
  const language = usePreference('language');
  const themeChoice = usePreference('theme');
  const singleKeys = usePreference('singleKeys');
  const welcomeSeen = usePreference('welcomeSeen');
  const history = useObservable(store.history);
  const hasIncidents = useViewValue(({ summary }) => (summary?.shown ?? 0) > 0);
  const hasSimulated = useViewValue(({ summary }) => (summary?.totalSimulated ?? 0) > 0);
  useAppearance(language, themeChoice);

  const [open, setOpen] = useState<Open>(welcomeSeen ? null : 'welcome');
  const [panelWidth, setPanelWidth] = useState(PANEL_PX);
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>('low');
  const [tableSize, setTableSize] = useState(TABLE_PX);
  const [isLegendOpen, setLegendOpen] = useState(legendStartsOpen);
  const [role, setRole] = useState<'map' | 'register'>(panel ?? 'map');
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const mapRef = useRef<MapHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const files = useRef<FileFlowHandle>(null);
  const isTableOpen = role === 'register';

  const goToCamera = useMemo(
    () => (): void => {
      const { camera } = useSession.getState();
      if (camera) mapRef.current?.flyTo(camera);
    },
    [],
  );
  useAddressBar(goToCamera);

  // On a phone the details of what was touched lie under the low sheet's edge.
  useEffect(() => {
    if (selection) setSheetHeight((height) => (height === 'low' ? 'half' : height));
  }, [selection]);

  const showRole = (next: 'map' | 'register'): void => {
    setRole(next);
    session.openPanel(next);
  };
  const showCluster = (): void => {
    const { info, members } = border.view.getSnapshot();
    const codes = new Set(members.units.map(({ code }) => code));
    const boxes = info?.units.filter(({ code }) => codes.has(code)).map(({ bbox }) => bbox) ?? [];
    if (boxes.length === 0) return;
    const edge = (axis: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number =>
      pick(...boxes.map((box) => box[axis]));
    mapRef.current?.fitBounds([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)], {
      paddingPx: 24,
    });
  };
  const dropSimulated = async (): Promise<void> => {
    const simulated: Incident[] = [];
    await store.streamSimulated((chunk) => {
      simulated.push(...chunk);
    });
    await actions.apply(
      removeSimulated({ simulated }),
      { command: 'removeSimulated', params: { count: simulated.length } },
      messages.incidents.removeSimulatedDone(format.count(simulated.length)),
    );
  };

  const state = {
    language,
    theme: themeChoice,
    hasSearch: true,
    hasLegend: true,
    shell: {
      openPalette: () => setOpen('palette'),
      openHelp: () => setOpen('help'),
      openSettings: () => setOpen('settings'),
      openWelcome: () => setOpen('welcome'),
      focusSearch: () => searchRef.current?.focus(),
      togglePanel: () => session.openPanel(panel === null ? role : null),
      toggleLegend: () => setLegendOpen(!isLegendOpen),
      setTheme: (choice: typeof themeChoice) => setPreference('theme', choice),
      setLanguage: (choice: typeof language) => setPreference('language', choice),
    },
    canUndo: history.undo !== null,
    canRedo: history.redo !== null,
    hasIncidents,
    hasSimulated,
    editionId: editionId as string,
    mode: mode,
    isTableOpen,
    hasSelection: selection !== null,
    hasFilter: Object.keys(filter).length > 0,
    data: {
      undo: actions.undo,
      redo: actions.redo,
      openFile: () => files.current?.chooseIncidents(),
      addLayer: () => files.current?.chooseLayer(),
      exportIncidents: () => files.current?.exportIncidents(),
      removeSimulated: () => void dropSimulated(),
      showEdition: (id: string) => session.showEdition(id as EditionId),
      setMode: session.setMode,
      toggleTable: () => showRole(isTableOpen ? 'map' : 'register'),
      letGo: () => session.select(null),
      clearFilter: session.clearFilter,
      resetNorth: () => mapRef.current?.resetNorth(),
      showCluster,
      focusMap: () => mapRef.current?.focus(),
    },
  };
  useCommandKeys({ registry, state, singleKeys });

  const close = (): void => setOpen(null);
  return (
    <FileFlow ref={files} mapRef={mapRef}>
      <AppShell
        roles={[
          { id: 'map', title: messages.shell.map, icon: MapIcon },
          { id: 'register', title: messages.shell.register, icon: List },
        ]}
        role={role}
        onRole={showRole}
        railFooter={
          <>
            <IconButton label={messages.shell.palette} icon={TextSearch} onPress={() => setOpen('palette')} />
            <IconButton label={messages.shell.keys} icon={Keyboard} onPress={() => setOpen('help')} />
            <IconButton label={messages.shell.settings} icon={Settings} onPress={() => setOpen('settings')} />
          </>
        }
        notices={<Notices />}
        isPanelOpen={panel !== null}
        onPanelOpenChange={(isOpen) => session.openPanel(isOpen ? role : null)}
        panelWidth={panelWidth}
        onPanelWidthChange={setPanelWidth}
        sheetHeight={sheetHeight}
        onSheetHeightChange={setSheetHeight}
        stamp={<StampPart />}
        edition={
          <SegmentedControl
            label={messages.boundaries.edition}
            isLabelHidden
            segments={[
              { id: '2018', title: '2018' },
              { id: '2025', title: '2025' },
            ]}
            value={editionId as '2018' | '2025'}
            onChange={(id) => session.showEdition(id as string as EditionId)}
          />
        }
        search={<SearchPart mapRef={mapRef} inputRef={searchRef} />}
        panel={
          role === 'map' || selection ? (
            <PanelPart theme={theme} mapRef={mapRef} onOpenFile={() => files.current?.chooseIncidents()} />
          ) : (
            <RegisterPart registry={registry} state={state} />
          )
        }
        map={<MapPart theme={theme} mapRef={mapRef} onSketch={setSketch} />}
        overlays={{
          topRight: (
            <div className="gr-MapTools">
              <IconButton
                label={mode === 'measure' ? messages.commands.titles.endMeasure : messages.commands.titles.measure}
                icon={Ruler}
                variant={mode === 'measure' ? 'primary' : 'secondary'}
                onPress={() => session.setMode(mode === 'measure' ? 'browse' : 'measure')}
              />
            </div>
          ),
          bottomLeft: (
            <LegendPart
              theme={theme}
              mapRef={mapRef}
              isOpen={isLegendOpen}
              onOpenChange={setLegendOpen}
              sketch={sketch}
              onAddFile={() => files.current?.chooseLayer()}
            />
          ),
        }}
        table={
          isTableOpen
            ? {
                content: <TablePart onShow={(place) => mapRef.current?.flyTo({ ...place, zoom: 15 })} />,
                placement: 'bottom',
                size: tableSize,
                onSizeChange: setTableSize,
              }
            : null
        }
      />
      <CommandPalette registry={registry} state={state} isOpen={open === 'palette'} onClose={close} />
      <KeyHelp registry={registry} state={state} isOpen={open === 'help'} onClose={close} />
      <WelcomePart isOpen={open === 'welcome'} onClose={close} onOpenFile={() => files.current?.chooseIncidents()} />
      <SettingsPart
        isOpen={open === 'settings'}
        onClose={close}
        onShowWelcome={() => setOpen('welcome')}
        onShowKeys={() => setOpen('help')}
      />
      <ToastsRegion toasts={toasts} label={messages.shell.notices} over={MAP_ID} />
    </FileFlow>
  );
}
