import type { Messages } from '../messages';

export const commands: Messages['commands'] = {
  groups: { view: 'View', find: 'Find', app: 'Application', edit: 'Edit', data: 'Data', map: 'Map' },
  titles: {
    openPalette: 'Find a command',
    focusSearch: 'Find a unit, a place, an incident',
    openHelp: 'Keyboard shortcuts',
    openSettings: 'Settings',
    openWelcome: 'Show the introduction again',
    togglePanel: 'Fold or unfold the panel',
    toggleLegend: 'Fold or unfold the legend',
    themeLight: 'Light appearance',
    themeDark: 'Dark appearance',
    themeSystem: "The computer's appearance",
    languageVi: 'Vietnamese (Tiếng Việt)',
    languageEn: 'English',
  },
  reasons: {
    noSearchHere: 'This screen has no search field',
    noLegendHere: 'This screen has no legend',
  },
  palettePlaceholder: 'Type the name of a command',
  paletteEmpty: 'There is no such command',
  paletteList: 'Commands',
  helpTitle: 'Keyboard shortcuts',
  helpNote: 'Shortcuts rest while you type in a field and while a dialog is open.',
  keyNames: { space: 'Space', escape: 'Esc', enter: 'Enter', delete: 'Delete' },
  controls: {
    title: 'In lists, on the map and in panels',
    moveRows: 'Move by row, by page, to the start and the end of a list',
    selectRows: 'Select several rows in a run',
    copyRows: 'Copy the selected rows, or the whole list',
    openRow: 'Open the current row',
    moveMap: 'Move the map',
    zoomMap: 'Zoom the map in and out',
    letGo: 'Let go of the selection, close what is open',
  },
};
