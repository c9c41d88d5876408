import type { Messages } from '../messages';

export const welcome: Messages['welcome'] = {
  title: 'Introducing Giáp Ranh',
  step: (current, total) => `Step ${current} of ${total}`,
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  finish: 'Begin',
  openFile: 'Open your file',
  steps: [
    {
      title: 'Which incidents lie along the border?',
      text: 'The map shows the real boundaries of the wards and communes of Việt Trì, Vĩnh Tường and Lập Thạch, the border lines that they share, and the zone on both sides. For each incident it says which line is nearest, how many metres away, and on which side.',
    },
    {
      title: 'Open your own file',
      text: 'Excel, CSV and GeoJSON files with coordinates are read. You see a preview, rows that cannot be used come with the reason, and an import can be undone. Until then the screen shows simulated data, always marked in amber.',
    },
    {
      title: 'Your data stay on this computer',
      text: 'The program needs no network and sends nothing out. Enter no names, identity numbers, photos or addresses of persons. Data are kept in the browser: make a backup now and then, in Settings.',
    },
  ],
};
