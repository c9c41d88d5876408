import { describe, expect, it } from 'vitest';
import { composeDeck, type SceneParts } from '../../../src/app/parts/briefing/composeDeck';
import { workbookTable } from '../../../src/app/parts/briefing/shownTables';
import { exhibitsFor, makeExhibits } from '../../../src/app/wiring/exhibits';
import type { DeckChart, DeckPicture } from '../../../src/formats/briefing/deck';
import { formatters } from '../../../src/i18n';
import { figureWords } from '../../../src/i18n/figureWords';
import { briefing, scene } from '../../support/briefings';

const picture = (alt: string): DeckPicture => ({ png: Uint8Array.of(1), widthPx: 4, heightPx: 2, alt, caption: '' });
const months: DeckChart = {
  kind: 'bar',
  caption: 'Theo tháng',
  categories: ['1/2018', '2/2018'],
  series: [{ name: 'Vụ việc', values: [3, 4], colour: '#572c95' }],
  categoryTitle: 'Tháng',
  valueTitle: 'Vụ việc',
};
const table = {
  caption: 'Các đoạn giáp ranh nổi lên',
  columns: [
    { title: 'Đoạn', align: 'start' },
    { title: 'Vụ việc', align: 'end' },
  ],
  rows: [['Thanh Miếu – Bến Gót', '7']],
} as const;

const slidesOf = (parts: Partial<SceneParts>) =>
  composeDeck({
    briefing: briefing(1),
    clusterName: 'Cụm Việt Trì',
    language: 'vi',
    scenes: [
      { scene: scene(1, { title: 'Nơi' }), figures: null, picture: null, exhibits: null, timeline: null, ...parts },
    ],
    footer: [],
    wording: { words: figureWords.vi, format: formatters.vi, categoryName: String },
    said: { continued: '(tiếp)', period: '', untitled: 'Cảnh' },
  }).slides.slice(1);

describe('the slides of a scene with charts beside its map', () => {
  it('are its map with the words, then its table, then its charts, two together', () => {
    const slides = slidesOf({
      picture: picture('bản đồ'),
      exhibits: {
        tables: [table],
        charts: [months],
        pictures: [picture('theo giờ'), picture('dọc đường')],
        facts: [['Bản đồ', 'Kỳ: năm 2017']],
      },
    });
    expect(slides.map(({ title }) => title)).toEqual(['Nơi', 'Nơi', 'Nơi', 'Nơi']);
    const [map, rows, both, last] = slides;
    expect([map?.picture?.alt, map?.table, map?.chart]).toEqual(['bản đồ', undefined, undefined]);
    expect(rows?.table).toEqual({
      caption: `${table.caption} · Kỳ: năm 2017`,
      columns: [
        { heading: 'Đoạn', align: 'left' },
        { heading: 'Vụ việc', align: 'right' },
      ],
      rows: table.rows,
    });
    expect([both?.chart?.categories, both?.picture?.alt]).toEqual([months.categories, 'theo giờ']);
    // A scene may be of another period than its briefing.
    expect([both?.chart?.caption, both?.picture?.caption]).toEqual(['Theo tháng · Kỳ: năm 2017', 'Kỳ: năm 2017']);
    expect([last?.chart, last?.picture?.alt]).toEqual([undefined, 'dọc đường']);
  });

  it('are one where nothing stands beside it', () => {
    expect(slidesOf({ picture: picture('bản đồ') })).toHaveLength(1);
  });
});

describe('what stands beside the map', () => {
  const chart = (isInternal: boolean) => ({
    id: 'profile' as const,
    title: isInternal ? 'có từng vụ' : 'không có',
    unit: '',
    isInternal,
    drawings: () => Promise.resolve([]),
    columns: 1,
    key: [],
  });

  it('is told while it is shown, in the order of its coming', () => {
    const exhibits = makeExhibits();
    const end = exhibits.add(() => ({ kind: 'table', table }));
    exhibits.add(() => ({ kind: 'chart', chart: chart(false) }));
    expect(exhibits.now().map(({ kind }) => kind)).toEqual(['table', 'chart']);
    end();
    expect(exhibits.now().map(({ kind }) => kind)).toEqual(['chart']);
  });

  it('leaves the cluster without single incidents, and is not public at all', () => {
    const shown = [
      { kind: 'table', table },
      ...[true, false].map((is) => ({ kind: 'chart', chart: chart(is) }) as const),
    ] as const;
    expect(exhibitsFor(shown, 'internal').charts).toHaveLength(2);
    expect(exhibitsFor(shown, 'partner').charts.map(({ title }) => title)).toEqual(['không có']);
    expect(exhibitsFor(shown, 'partner').tables).toHaveLength(1);
    expect(exhibitsFor(shown, 'public')).toEqual({ tables: [], charts: [] });
  });
});

describe('a table of the screen in a workbook', () => {
  const columns = [
    { title: 'Đường', align: 'start' },
    { title: 'Số', align: 'end' },
  ] as const;
  const cells = (texts: readonly string[], language: 'vi' | 'en') =>
    workbookTable({ caption: '', columns, rows: texts.map((text) => ['2018', text]) }, language).rows;

  it('has numbers where they read as one in that language, with the decimals they have', () => {
    const texts = ['1.234', '0,45', '−1,2', '12', '1.234.567,8'];
    expect(cells(texts, 'vi').map((row) => row[1])).toEqual([1234, 0.45, -1.2, 12, 1234567.8]);
    expect(cells(['1,234', '0.45'], 'en').map((row) => row[1])).toEqual([1234, 0.45]);
    const table = workbookTable(
      {
        caption: '',
        columns,
        rows: [
          ['a', '0,45'],
          ['b', '7'],
        ],
      },
      'vi',
    );
    expect(table.columns.map(({ digits }) => digits)).toEqual([0, 2]);
  });

  it('leaves as text what is none, is more than one, or names something', () => {
    const texts = ['12,0 (6,8–24,7)', 'dưới 5 vụ', '', '1.23', '12.', ',5', '38 %', '1.2345'];
    expect(cells(texts, 'vi').map((row) => row[1])).toEqual(texts);
    expect(cells(['1'], 'vi')[0]![0]).toBe('2018');
  });
});
