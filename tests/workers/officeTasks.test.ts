import { describe, expect, it } from 'vitest';
import { createOfficeTasks } from '../../src/workers/officeTasks';
import { openOffice, packageFaults } from '../formats/briefing/officePackage';
import { contentSlide, deckOf } from '../formats/briefing/sampleDeck';

const { pptx, xlsx } = createOfficeTasks();

describe('the office room', () => {
  it('gives files', async () => {
    const table = { caption: 'Bảng', columns: [{ heading: 'Vụ', align: 'right' as const }], rows: [[15]] };
    for (const file of [
      await pptx(deckOf([contentSlide({ table })])),
      await xlsx([{ name: 'Bảng', table, facts: [] }]),
    ]) {
      if (!file.ok) throw new Error(file.problem.detail);
      expect(packageFaults(await openOffice(file.value))).toEqual([]);
    }
  });

  it('tells which file was not written, and why', async () => {
    const broken = { png: { length: 1 } as unknown as Uint8Array, widthPx: 1, heightPx: 1, alt: '', caption: '' };
    const answer = await pptx(deckOf([contentSlide({ picture: broken })]));
    if (answer.ok) throw new Error('it was written');
    expect(answer.problem).toMatchObject({ kind: 'fileNotWritten', format: 'pptx' });
    expect(answer.problem.detail).not.toBe('');
  });
});
