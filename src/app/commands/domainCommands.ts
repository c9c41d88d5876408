import type { Command, CommandReasonKey } from './registry';

/** What the commands on data and map need to know and to do. */
export interface DomainCommandState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly hasIncidents: boolean;
  readonly hasSimulated: boolean;
  readonly editionId: string;
  readonly mode: string;
  readonly isTableOpen: boolean;
  readonly hasSelection: boolean;
  readonly hasFilter: boolean;
  readonly isHotspots: boolean;
  readonly data: {
    readonly undo: () => void;
    readonly redo: () => void;
    readonly openFile: () => void;
    readonly addIncident: () => void;
    readonly pasteCells: () => void;
    readonly addLayer: () => void;
    readonly openTerms: () => void;
    readonly openActivities: () => void;
    readonly openPlaces: () => void;
    readonly exportIncidents: () => void;
    readonly printMap: () => void;
    readonly saveMapPicture: () => void;
    readonly removeSimulated: () => void;
    readonly showImports: () => void;
    readonly showEdition: (id: string) => void;
    readonly setMode: (mode: 'browse' | 'measure' | 'drawPolygon') => void;
    readonly toggleTable: () => void;
    readonly showHealth: () => void;
    readonly showHotspots: () => void;
    readonly showPatrols: () => void;
    readonly showBriefing: () => void;
    readonly addScene: () => void;
    readonly togglePlayback: () => void;
    readonly letGo: () => void;
    readonly clearFilter: () => void;
    readonly resetNorth: () => void;
    readonly showCluster: () => void;
    readonly focusMap: () => void;
  };
}

type DomainCommand = Command<DomainCommandState>;

const always = (): true => true;
const unless =
  (test: (state: DomainCommandState) => boolean, reason: CommandReasonKey) =>
  (state: DomainCommandState): CommandReasonKey | null =>
    test(state) ? null : reason;

/** A command that can always be chosen, unless it says otherwise. */
function command(
  definition: Pick<DomainCommand, 'id' | 'groupKey' | 'titleKey' | 'run'> & Partial<DomainCommand>,
): DomainCommand {
  return { keys: [], available: always, disabled: () => null, ...definition };
}

export const domainCommands: readonly DomainCommand[] = [
  command({
    id: 'edit.undo',
    groupKey: 'edit',
    titleKey: 'undo',
    keys: ['Mod+Z'],
    disabled: unless((state) => state.canUndo, 'nothingToUndo'),
    run: ({ data }) => data.undo(),
  }),
  command({
    id: 'edit.redo',
    groupKey: 'edit',
    titleKey: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    disabled: unless((state) => state.canRedo, 'nothingToRedo'),
    run: ({ data }) => data.redo(),
  }),
  command({
    id: 'data.open',
    groupKey: 'data',
    titleKey: 'openFile',
    keys: ['Mod+O'],
    run: ({ data }) => data.openFile(),
  }),
  command({
    id: 'data.addIncident',
    groupKey: 'data',
    titleKey: 'addIncident',
    keys: ['N'],
    run: ({ data }) => data.addIncident(),
  }),
  command({
    id: 'data.activities',
    groupKey: 'data',
    titleKey: 'openActivities',
    run: ({ data }) => data.openActivities(),
  }),
  command({ id: 'data.places', groupKey: 'data', titleKey: 'openPlaces', run: ({ data }) => data.openPlaces() }),
  command({ id: 'data.terms', groupKey: 'data', titleKey: 'openTerms', run: ({ data }) => data.openTerms() }),
  command({ id: 'data.paste', groupKey: 'data', titleKey: 'pasteCells', run: ({ data }) => data.pasteCells() }),
  command({ id: 'data.addLayer', groupKey: 'data', titleKey: 'addLayer', run: ({ data }) => data.addLayer() }),
  command({
    id: 'map.print',
    groupKey: 'map',
    titleKey: 'printMap',
    keys: ['Mod+P'],
    run: ({ data }) => data.printMap(),
  }),
  command({
    id: 'map.savePicture',
    groupKey: 'map',
    titleKey: 'saveMapPicture',
    run: ({ data }) => data.saveMapPicture(),
  }),
  command({
    id: 'data.export',
    groupKey: 'data',
    titleKey: 'exportIncidents',
    disabled: unless((state) => state.hasIncidents, 'noIncidents'),
    run: ({ data }) => data.exportIncidents(),
  }),
  command({
    id: 'data.removeSimulated',
    groupKey: 'data',
    titleKey: 'removeSimulated',
    available: (state) => state.hasSimulated,
    run: ({ data }) => data.removeSimulated(),
  }),
  command({ id: 'data.imports', groupKey: 'data', titleKey: 'showImports', run: ({ data }) => data.showImports() }),
  command({
    id: 'map.edition2018',
    groupKey: 'map',
    titleKey: 'showEdition2018',
    available: (state) => state.editionId !== '2018',
    run: ({ data }) => data.showEdition('2018'),
  }),
  command({
    id: 'map.edition2025',
    groupKey: 'map',
    titleKey: 'showEdition2025',
    available: (state) => state.editionId !== '2025',
    run: ({ data }) => data.showEdition('2025'),
  }),
  command({
    id: 'map.measure',
    groupKey: 'map',
    titleKey: 'measure',
    keys: ['M'],
    available: (state) => state.mode !== 'measure',
    run: ({ data }) => data.setMode('measure'),
  }),
  command({
    id: 'map.endMeasure',
    groupKey: 'map',
    titleKey: 'endMeasure',
    available: (state) => state.mode !== 'browse',
    run: ({ data }) => data.setMode('browse'),
  }),
  command({
    id: 'map.drawZone',
    groupKey: 'map',
    titleKey: 'drawZone',
    available: (state) => state.mode !== 'drawPolygon',
    run: ({ data }) => data.setMode('drawPolygon'),
  }),
  command({
    id: 'map.cluster',
    groupKey: 'map',
    titleKey: 'showCluster',
    keys: ['Home'],
    run: ({ data }) => data.showCluster(),
  }),
  command({
    id: 'map.north',
    groupKey: 'map',
    titleKey: 'resetNorth',
    keys: ['Shift+N'],
    run: ({ data }) => data.resetNorth(),
  }),
  command({ id: 'map.focus', groupKey: 'map', titleKey: 'focusMap', keys: ['G'], run: ({ data }) => data.focusMap() }),
  command({
    id: 'view.table',
    groupKey: 'view',
    titleKey: 'toggleTable',
    keys: ['T'],
    run: ({ data }) => data.toggleTable(),
  }),
  command({
    id: 'view.health',
    groupKey: 'view',
    titleKey: 'showHealth',
    keys: ['R'],
    run: ({ data }) => data.showHealth(),
  }),
  command({
    id: 'view.hotspots',
    groupKey: 'view',
    titleKey: 'showHotspots',
    keys: ['H'],
    run: ({ data }) => data.showHotspots(),
  }),
  command({
    id: 'view.patrols',
    groupKey: 'view',
    titleKey: 'showPatrols',
    keys: ['P'],
    run: ({ data }) => data.showPatrols(),
  }),
  command({
    id: 'view.briefing',
    groupKey: 'view',
    titleKey: 'showBriefing',
    keys: ['B'],
    run: ({ data }) => data.showBriefing(),
  }),
  command({
    id: 'briefing.addScene',
    groupKey: 'map',
    titleKey: 'addScene',
    keys: ['C'],
    run: ({ data }) => data.addScene(),
  }),
  command({
    id: 'view.playback',
    groupKey: 'view',
    titleKey: 'togglePlayback',
    keys: ['K'],
    available: (state) => state.isHotspots,
    run: ({ data }) => data.togglePlayback(),
  }),
  command({
    id: 'map.letGo',
    groupKey: 'map',
    titleKey: 'letGo',
    keys: ['Escape'],
    available: (state) => state.hasSelection,
    run: ({ data }) => data.letGo(),
  }),
  command({
    id: 'data.clearFilter',
    groupKey: 'data',
    titleKey: 'clearFilter',
    disabled: unless((state) => state.hasFilter, 'noFilter'),
    run: ({ data }) => data.clearFilter(),
  }),
];
