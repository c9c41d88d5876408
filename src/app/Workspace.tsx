import './app.css';
import {
  ClipboardCheck,
  Flame,
  ImageDown,
  Keyboard,
  List,
  Map as MapIcon,
  MapPinPlus,
  Presentation,
  Printer,
  Route,
  Ruler,
  Settings,
  TextSearch,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { removeSimulated } from '../commands';
import type { EditionId, Incident } from '../domain';
import { legendStartsOpen } from '../features/layers';
import { useFormat, useMessages } from '../i18n';
import type { MapHandle, Sketch } from '../map/types';
import { type Panel, setPreference, usePreference, useSession } from '../store';
import {
  classNames,
  IconButton,
  Menu,
  ProgressBar,
  SegmentedControl,
  type SheetHeight,
  ToastsRegion,
  useIsPhone,
} from '../ui';
import type { HealthCheck } from '../workers/healthTasks';
import { type Theme, useAppearance } from './appearance';
import type * as saving from './briefing/savePictures';
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
import { SentTicks } from './parts/SentTicks';
import { SettingsPart } from './parts/SettingsPart';
import { StampPart } from './parts/StampPart';
import { WelcomePart } from './parts/WelcomePart';
import { useServices } from './services';
import { AppShell, MAP_ID } from './shell/AppShell';
import { useActions } from './wiring/useActions';
import { useAddressBar } from './wiring/useAddressBar';
import { useDraftReminder } from './wiring/useDraftReminder';
import { useObservable } from './wiring/useObservable';
import { useSceneCharts } from './wiring/useSceneCharts';
import { useViewValue } from './wiring/useView';

/** The table is not on the first screen. */
const TablePart = lazy(() => import('./parts/TablePart'));
const EntryPart = lazy(() => import('./parts/EntryPart'));

const ActivitiesPart = lazy(() => import('./parts/ActivitiesPart'));
const PlacesPart = lazy(() => import('./parts/PlacesPart'));
const TermsPart = lazy(() => import('./parts/TermsPart'));

type Open = 'palette' | 'help' | 'settings' | 'welcome' | 'terms' | 'activities' | 'places' | 'print' | null;

const registry = createRegistry<ShellCommandState & DomainCommandState>([...shellCommands, ...domainCommands]);
const HealthPart = lazy(() => import('./parts/HealthPart'));
const HotspotsPart = lazy(() => import('./parts/HotspotsPart'));
const HotspotChartsPart = lazy(() => import('./parts/HotspotChartsPart'));
const BriefingPart = lazy(() => import('./parts/BriefingPart'));
const SceneDrawers = lazy(() => import('./parts/briefing/SceneDrawers'));
const PresentPart = lazy(() => import('./parts/briefing/PresentPart'));
const PatrolsPart = lazy(() => import('./parts/PatrolsPart'));
const PatrolOverlay = lazy(() => import('./parts/PatrolOverlay'));
const PrintDialog = lazy(() => import('./parts/briefing/PrintDialog'));
const HealthTablePart = lazy(() => import('./parts/HealthTablePart'));
/** What draws pictures is not on the first screen. */
const saveMapPicture: typeof saving.saveMapPicture = async (...wish) => {
  const pictures = await import('./briefing/savePictures');
  await pictures.saveMapPicture(...wish);
};
const PANEL_PX = 360;
const TABLE_PX = 260;

/** Everything on one screen: the frame, the map, the panel of the role, and what opens over them. */
export function Workspace({ theme }: { readonly theme: Theme }) {
  const services = useServices();
  const { store, border, toasts } = services;
  const messages = useMessages();
  const format = useFormat();
  const editionId = useSession((session) => session.editionId);
  const selection = useSession((session) => session.selection);
  const filter = useSession((session) => session.filter);
  const mode = useSession((session) => session.mode);
  const panel = useSession((session) => session.panel);
  const entry = useSession((session) => session.entry);
  const show = useSession((session) => (session.panel === 'briefing' ? session.briefing.show : 'off'));
  const showsInternal = useSession((session) => session.briefing.showsInternal);
  const scenePanel = useSession((session) => (session.panel === 'briefing' ? session.briefing.scenePanel : null));
  const session = useSession.getState();
  const actions = useActions();
  const language = usePreference('language');
  const themeChoice = usePreference('theme');
  const singleKeys = usePreference('singleKeys');
  const welcomeSeen = usePreference('welcomeSeen');
  const history = useObservable(store.history);
  const hasIncidents = useViewValue(({ summary }) => (summary?.shown ?? 0) > 0);
  const hasSimulatedIncidents = useViewValue(({ summary }) => (summary?.totalSimulated ?? 0) > 0);
  const activities = useObservable(store.activities);
  const hasSimulated = hasSimulatedIncidents || activities.some(({ source }) => source.kind === 'simulated');
  useAppearance(language, themeChoice);

  const [open, setOpen] = useState<Open>(welcomeSeen ? null : 'welcome');
  const [panelWidth, setPanelWidth] = useState(PANEL_PX);
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>('low');
  const [tableSize, setTableSize] = useState(TABLE_PX);
  const [isLegendWanted, setLegendWanted] = useState(legendStartsOpen);
  // Before an audience it hides the map, until it is asked for.
  const [isShowLegendOpen, setShowLegendOpen] = useState(false);
  const [isLegendOpen, setLegendOpen] =
    show === 'on' ? [isShowLegendOpen, setShowLegendOpen] : [isLegendWanted, setLegendWanted];
  const isPhone = useIsPhone();
  const [role, setRole] = useState<Panel>(panel ?? 'map');
  const [healthCheck, setHealthCheck] = useState<HealthCheck | null>(null);
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const mapRef = useRef<MapHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const files = useRef<FileFlowHandle>(null);
  const isTableOpen = role === 'register';
  const hasSceneCharts = useSceneCharts() && scenePanel === 'hotspots';
  // What an address or a scene asks for is shown as if it had been pressed.
  useEffect(() => {
    if (panel !== null) setRole(panel);
  }, [panel]);

  const goToCamera = useMemo(
    () => (): void => {
      const { camera } = useSession.getState();
      if (camera) mapRef.current?.flyTo(camera);
    },
    [],
  );
  useAddressBar(goToCamera);
  useDraftReminder();

  // On a phone the details of what was touched lie under the low sheet's edge.
  useEffect(() => {
    if (selection && role !== 'health') setSheetHeight((height) => (height === 'low' ? 'half' : height));
  }, [selection, role]);

  // The form needs its room; while a place is pointed at, the map does.
  const isEntering = entry !== null;
  const isPicking = mode === 'pickPosition';
  useEffect(() => {
    if (!isEntering) return;
    const { panel: shown, openPanel } = useSession.getState();
    if (shown === null) openPanel('map');
    setSheetHeight(isPicking ? 'low' : 'full');
  }, [isEntering, isPicking]);

  // So does it while a line is drawn or a place is pointed at from another panel.
  const isAtMap = mode === 'drawLine' || (isPicking && !isEntering);
  const wasAtMap = useRef(false);
  useEffect(() => {
    if (isAtMap !== wasAtMap.current) setSheetHeight(isAtMap ? 'low' : 'half');
    wasAtMap.current = isAtMap;
  }, [isAtMap]);

  const showRole = (next: Panel): void => {
    setRole(next);
    session.openPanel(next);
    // On a phone their lists lie in the sheet.
    if (next === 'health' || next === 'briefing') setSheetHeight('half');
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
      removeSimulated({ simulated, activities: activities.filter(({ source }) => source.kind === 'simulated') }),
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
    isHotspots: role === 'hotspots',
    data: {
      undo: actions.undo,
      redo: actions.redo,
      openFile: () => files.current?.chooseIncidents(),
      addIncident: () => {
        if (!isEntering) session.openEntry({ kind: 'new', place: null, resume: false });
      },
      openTerms: () => setOpen('terms'),
      openActivities: () => setOpen('activities'),
      openPlaces: () => setOpen('places'),
      pasteCells: () => files.current?.pasteCells(),
      addLayer: () => files.current?.chooseLayer(),
      exportIncidents: () => files.current?.exportIncidents(),
      printMap: () => setOpen('print'),
      saveMapPicture: () => void saveMapPicture(services, { language, theme }),
      removeSimulated: () => void dropSimulated(),
      showImports: () => files.current?.showImports(),
      showEdition: (id: string) => session.showEdition(id as EditionId),
      setMode: session.setMode,
      toggleTable: () => showRole(isTableOpen ? 'map' : 'register'),
      showHealth: () => showRole('health'),
      showHotspots: () => showRole('hotspots'),
      showPatrols: () => showRole('patrols'),
      showBriefing: () => showRole('briefing'),
      addScene: () =>
        void import('./parts/briefing/addSceneNow').then(({ addSceneNow }) =>
          addSceneNow({ services, actions, language }),
        ),
      togglePlayback: () => session.setPlaying(!useSession.getState().isPlaying),
      letGo: () => session.select(null),
      clearFilter: session.clearFilter,
      resetNorth: () => mapRef.current?.resetNorth(),
      showCluster,
      focusMap: () => mapRef.current?.focus(),
    },
  };
  useCommandKeys({ registry, state, singleKeys, isOff: show !== 'off' });

  const close = (): void => setOpen(null);
  return (
    <FileFlow ref={files} mapRef={mapRef}>
      <AppShell
        className={
          show === 'off'
            ? undefined
            : classNames(
                show === 'on' ? 'gr-Shell-presenting' : 'gr-Shell-question',
                showsInternal && 'gr-Shell-internal',
              )
        }
        roles={[
          { id: 'map', title: messages.shell.map, icon: MapIcon },
          { id: 'register', title: messages.shell.register, icon: List },
          { id: 'hotspots', title: messages.shell.hotspots, icon: Flame },
          { id: 'patrols', title: messages.shell.patrols, icon: Route },
          { id: 'briefing', title: messages.shell.briefing, icon: Presentation },
          { id: 'health', title: messages.health.title, icon: ClipboardCheck },
        ]}
        role={role}
        onRole={showRole}
        railFooter={
          <>
            <IconButton label={messages.shell.palette} icon={TextSearch} onPress={() => setOpen('palette')} />
            {/* A phone has no keys, and no room for what shows them; the settings lead there, too. */}
            {!isPhone && <IconButton label={messages.shell.keys} icon={Keyboard} onPress={() => setOpen('help')} />}
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
          entry ? (
            <Suspense fallback={<ProgressBar label={messages.boundaries.loading} share={null} />}>
              <EntryPart request={entry} theme={theme} mapRef={mapRef} />
            </Suspense>
          ) : role === 'health' ? (
            <Suspense fallback={null}>
              <HealthPart
                check={healthCheck}
                onCheck={(check) => {
                  setHealthCheck(check);
                  setSheetHeight('low');
                }}
              />
            </Suspense>
          ) : role === 'hotspots' && !selection ? (
            <Suspense fallback={null}>
              <HotspotsPart theme={theme} />
            </Suspense>
          ) : role === 'patrols' && !selection ? (
            <Suspense fallback={null}>
              <PatrolsPart mapRef={mapRef} />
            </Suspense>
          ) : role === 'briefing' && show !== 'question' ? (
            // Before an audience there is no panel, and nothing of it to be drawn with each scene.
            show === 'off' && (
              <Suspense fallback={null}>
                <BriefingPart mapRef={mapRef} />
              </Suspense>
            )
          ) : role === 'map' || role === 'briefing' || selection ? (
            <PanelPart theme={theme} mapRef={mapRef} onOpenFile={() => files.current?.chooseIncidents()} />
          ) : (
            <RegisterPart registry={registry} state={state} />
          )
        }
        map={<MapPart theme={theme} mapRef={mapRef} onSketch={setSketch} />}
        overlays={{
          // On a phone the open legend lies over them.
          topRight: !(isPhone && isLegendOpen) && (
            <div className="gr-MapTools">
              {show === 'off' && (
                <IconButton
                  label={messages.commands.titles.addIncident}
                  icon={MapPinPlus}
                  variant="secondary"
                  onPress={state.data.addIncident}
                />
              )}
              <IconButton
                label={mode === 'measure' ? messages.commands.titles.endMeasure : messages.commands.titles.measure}
                icon={Ruler}
                variant={mode === 'measure' ? 'primary' : 'secondary'}
                onPress={() => session.setMode(mode === 'measure' ? 'browse' : 'measure')}
              />
              <Menu
                label={messages.commands.pictures}
                groups={[
                  {
                    id: 'pictures',
                    entries: (['map.print', 'map.savePicture'] as const).map((id) => {
                      const { titleKey, run } = registry.get(id);
                      const icon = id === 'map.print' ? Printer : ImageDown;
                      return { id, title: messages.commands.titles[titleKey], icon, onAction: () => run(state) };
                    }),
                  },
                ]}
                trigger={<IconButton label={messages.commands.pictures} icon={Printer} variant="secondary" />}
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
          role === 'hotspots' || hasSceneCharts
            ? {
                content: (
                  <Suspense fallback={null}>
                    <HotspotChartsPart theme={theme} mapRef={mapRef} />
                  </Suspense>
                ),
                placement: 'bottom',
                size: tableSize,
                onSizeChange: setTableSize,
              }
            : role === 'health'
              ? {
                  content: (
                    <Suspense fallback={null}>
                      <HealthTablePart
                        check={healthCheck}
                        mapRef={mapRef}
                        onRemoveSimulated={() => void dropSimulated()}
                        onOpenRegister={() => showRole('register')}
                      />
                    </Suspense>
                  ),
                  placement: 'bottom',
                  size: tableSize,
                  onSizeChange: setTableSize,
                }
              : isTableOpen
                ? {
                    content: (
                      <Suspense>
                        <TablePart
                          onShow={(place) => mapRef.current?.flyTo({ ...place, zoom: 15 })}
                          onShowBox={(bbox) => mapRef.current?.fitBounds(bbox, { paddingPx: 64, maxZoom: 15 })}
                        />
                      </Suspense>
                    ),
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
      <Suspense>
        {(role === 'patrols' || scenePanel === 'patrols') && <PatrolOverlay />}
        {scenePanel === 'hotspots' && <SceneDrawers theme={theme} mapRef={mapRef} hasCharts={hasSceneCharts} />}
        {show !== 'off' && <PresentPart mapRef={mapRef} />}
        {open === 'terms' && <TermsPart theme={theme} onClose={close} />}
        {open === 'activities' && <ActivitiesPart onClose={close} />}
        {open === 'places' && <PlacesPart mapRef={mapRef} onClose={close} />}
        {open === 'print' && <PrintDialog onClose={close} />}
      </Suspense>
      <SentTicks />
      <ToastsRegion toasts={toasts} label={messages.shell.notices} over={MAP_ID} />
    </FileFlow>
  );
}
