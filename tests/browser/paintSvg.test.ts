import '../../src/ui/tokens.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameChart } from '../../src/app/briefing/frameChart';
import { paintSvg } from '../../src/app/briefing/paintSvg';
import { svgImage, svgText } from '../../src/app/briefing/svgFile';
import { pictureWords } from '../../src/i18n/pictureWords';

const SHEET = `
  .curve { fill: none; stroke: var(--accent); stroke-width: 2; }
  .band { fill: var(--accent); opacity: 0.18; }
  .pale { fill: color-mix(in srgb, rgb(255 0 0) 50%, transparent); }
  .hidden { display: none; }
  .names { font-size: 12px; fill: var(--text); }`;
const DRAWING = `
  <svg class="chart" viewBox="0 0 200 100" width="200" height="100" role="img" aria-label="Biểu đồ">
    <title>Mật độ dọc đường</title>
    <path class="curve" d="M0 0L10 10"/><path class="band" d="M0 0H10V10Z"/><rect class="pale" width="5" height="5"/>
    <text class="hidden">ẩn</text>
    <g class="names" data-level="2" style="letter-spacing: 1px"><text x="5" y="20">Phường Bạch Hạc – ±150 m &amp; “đường”</text></g>
  </svg>`;

let frame: HTMLElement;
beforeEach(() => {
  document.documentElement.dataset.theme = 'dark';
  frame = document.createElement('div');
  frame.innerHTML = `<style>${SHEET}</style>${DRAWING}`;
  document.body.append(frame);
});
afterEach(() => {
  frame.remove();
  delete document.documentElement.dataset.theme;
});
const drawn = (): SVGSVGElement => frame.querySelector('svg')!;
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'image/svg+xml');

describe('a drawing that leaves the page', () => {
  it('has its look written on it, in light colours, and needs no sheet', () => {
    const text = svgText(paintSvg(drawn()));
    expect(text).not.toMatch(/ class=| style=| data-| role=| aria-|var\(|<style/);
    const document = parse(text);
    expect(document.querySelector('parsererror')).toBeNull();
    const [curve, band] = document.querySelectorAll('path');
    expect(curve?.getAttribute('stroke')).toBe('#0f5c5c');
    expect(curve?.getAttribute('fill')).toBe('none');
    expect(band?.getAttribute('fill')).toBe('#0f5c5c');
    expect(band?.getAttribute('opacity')).toBe('0.18');
    const pale = document.querySelector('rect');
    expect(pale?.getAttribute('fill')).toBe('#ff0000');
    expect(Number(pale?.getAttribute('fill-opacity'))).toBeCloseTo(0.5, 1);
    expect(document.querySelector('g')?.getAttribute('letter-spacing')).toBe('1');
  });

  it('keeps its words to the letter, and leaves out what is not seen', () => {
    const document = parse(svgText(paintSvg(drawn())));
    expect(document.querySelector('title')?.textContent).toBe('Mật độ dọc đường');
    expect([...document.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
      'Phường Bạch Hạc – ±150 m & “đường”',
    ]);
  });

  it('leaves the one on the page as it was', () => {
    const before = frame.innerHTML;
    paintSvg(drawn());
    expect(frame.innerHTML).toBe(before);
  });

  it('says in its frame what it is, of when, that it is simulated and where it is from', async () => {
    const svg = await frameChart(
      {
        id: 'curves',
        title: 'Theo diện tích',
        unit: 'phần vụ việc (%)',
        isInternal: false,
        drawings: () => Promise.resolve([{ title: null, svg: paintSvg(drawn()) }]),
        columns: 1,
        key: [{ text: 'ngẫu nhiên', color: '#4c5958', isDashed: true }],
      },
      {
        words: pictureWords.vi,
        facts: {
          title: '',
          subtitle: 'Kỳ: 2018',
          isSimulated: true,
          legend: [],
          statements: [{ label: 'Địa giới', text: 'Năm 2018' }],
          sources: 'Nhà xuất bản.',
        },
      },
    );
    const said = svg?.textContent ?? '';
    for (const text of [
      'Theo diện tích',
      'phần vụ việc (%)',
      'Kỳ: 2018',
      'dữ liệu mô phỏng',
      'ngẫu nhiên',
      'Năm 2018',
      'Nhà xuất bản',
    ])
      expect(said).toContain(text);
    const png = await svgImage(svg!);
    expect([png.width, png.height]).toEqual([
      2 * Number(svg?.getAttribute('width')),
      2 * Number(svg?.getAttribute('height')),
    ]);
    // The title is seen: its font was there when the picture was taken.
    const context = new OffscreenCanvas(300, 60).getContext('2d')!;
    context.drawImage(png, 20, 36, 300, 60, 0, 0, 300, 60);
    const { data } = context.getImageData(0, 0, 300, 60);
    expect(data.filter((part, k) => k % 4 === 0 && part < 90).length).toBeGreaterThan(300);
  });
});
