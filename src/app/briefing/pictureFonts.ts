import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese500 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';

const VIETNAMESE =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB';
const FILES = [
  [400, latin400, null],
  [500, latin500, null],
  [600, latin600, null],
  [400, vietnamese400, VIETNAMESE],
  [500, vietnamese500, VIETNAMESE],
  [600, vietnamese600, VIETNAMESE],
] as const;

let made: Promise<string> | null = null;

/** The font as rules that carry it in themselves: a picture is let see no file of the page. */
export function pictureFonts(): Promise<string> {
  made ??= Promise.all(
    FILES.map(async ([weight, url, range]) => {
      const data = await dataUrlOf(await (await fetch(url)).blob());
      const where = range ? `unicode-range:${range};` : '';
      return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};${where}src:url(${data})}`;
    }),
  ).then((rules) => rules.join(''));
  made.catch(() => {
    made = null;
  });
  return made;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
