import latin500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';
import type { FontFaces } from './style';

const VIETNAMESE = ['U+0102-0103', 'U+0110-0111', 'U+0128-0129', 'U+0168-0169', 'U+01A0-01A1', 'U+01AF-01B0'].concat([
  'U+0300-0301',
  'U+0303-0304',
  'U+0308-0309',
  'U+0323',
  'U+0329',
  'U+1EA0-1EF9',
  'U+20AB',
]);

const faces = (vietnamese: string, latin: string) => [
  { url: new URL(vietnamese, document.baseURI).href, 'unicode-range': VIETNAMESE },
  { url: new URL(latin, document.baseURI).href },
];

/** Be Vietnam Pro from the app's own files: the subsets that Vietnamese needs, the frame's own files too, so they are fetched once. */
export const FONT_FACES: FontFaces = {
  medium: faces(vietnamese500, latin500),
  semibold: faces(vietnamese600, latin600),
};
