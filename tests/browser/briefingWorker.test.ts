import { afterEach, describe, expect, it } from 'vitest';
import type { Deck } from '../../src/formats/briefing/deck';
import { listZip } from '../../src/formats/zip';
import { type BriefingWorker, startBriefingWorker } from '../../src/workers/briefingClient';

const crashes: string[] = [];
const started: BriefingWorker[] = [];

function start(): BriefingWorker {
  const worker = startBriefingWorker((detail) => crashes.push(detail));
  started.push(worker);
  return worker;
}
afterEach(() => {
  for (const worker of started.splice(0)) worker.end();
  expect(crashes.splice(0)).toEqual([]);
});

const table = {
  caption: 'Số vụ',
  columns: [
    { heading: 'Đơn vị', align: 'left' as const },
    { heading: 'Vụ', align: 'right' as const },
  ],
  rows: Array.from({ length: 60 }, (_, i) => ['xã Hồng Phong', i]),
};
const png = new Uint8Array(2_000_000).map((_, i) => (i * i) % 251);
const deck: Deck = {
  title: 'Sơ kết',
  subject: '',
  language: 'vi',
  footer: ['năm 2018'],
  continued: '(tiếp)',
  slides: Array.from({ length: 12 }, (_, i) => ({
    kind: 'content',
    title: `Cảnh ${i + 1}`,
    paragraphs: [],
    picture: { png, widthPx: 1600, heightPx: 900, alt: 'Bản đồ', caption: '' },
    notes: 'Nói chậm',
    ...(i === 0 ? { table } : {}),
  })),
};

describe('the worker of a briefing', () => {
  it('writes a presentation, pictures and all, and a workbook', async () => {
    const { office } = start().api;
    const [presentation, workbook] = [
      await office.pptx(deck),
      await office.xlsx([{ name: 'Số vụ', table, facts: [] }]),
    ];
    if (!presentation.ok || !workbook.ok) throw new Error(JSON.stringify([presentation, workbook]));
    const names = listZip(presentation.value)?.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.startsWith('ppt/media/'))).toHaveLength(12);
    expect(listZip(workbook.value)?.map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml');
  });

  it('can be ended in the middle of it, and the next one writes', async () => {
    const first = start();
    void first.api.office.pptx(deck);
    first.end();
    const again = await start().api.office.pptx({ ...deck, slides: deck.slides.slice(0, 1) });
    expect(again.ok).toBe(true);
  });
});
