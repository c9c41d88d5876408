import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/i18n';
import { describeProblem } from '../../src/i18n/describeProblem';
import { createFileTasks } from '../../src/workers/fileTasks';
import { OPTIONS } from '../analysis/import/support';
import { UGLY_FILES, type UglyFile } from '../support/uglyFiles';

const { onProgress: _, ...CHOICES } = { ...OPTIONS, convertLegacy: true };

async function openAndReview({ name, bytes }: UglyFile) {
  const tasks = createFileTasks();
  const opened = await tasks.openFile(new Blob([bytes()]), name);
  if (!opened.ok) return { tasks, problem: opened.problem };
  const preview = tasks.reviewIncidents(CHOICES);
  return preview.ok
    ? { tasks, opened: opened.value, preview: preview.value, problem: null }
    : { tasks, opened: opened.value, problem: preview.problem };
}

describe('the ugly files', () => {
  it('are many, each by its own name', () => {
    expect(UGLY_FILES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(UGLY_FILES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(UGLY_FILES.length - 20);
  });

  const good = UGLY_FILES.filter((file) => 'rows' in file);
  it.each(good.map((file) => [file.name, file] as const))('%s loses no good row', async (_name, file) => {
    const { tasks, preview, problem } = await openAndReview(file);
    expect(problem).toBeNull();
    const first = tasks.takeIncidents(0, 1)[0];
    expect({
      rows: preview?.counts.usable,
      ...(file.summary === undefined ? {} : { summary: first?.summary }),
      ...(file.from === undefined ? {} : { from: first?.occurred.from }),
    }).toEqual({
      rows: 'rows' in file ? file.rows : 0,
      ...(file.summary === undefined ? {} : { summary: file.summary }),
      ...(file.from === undefined ? {} : { from: file.from }),
    });
    expect(Math.abs((first?.lng ?? 0) - 105.4411)).toBeLessThan(0.05);
  });

  const bad = UGLY_FILES.filter((file) => 'problem' in file);
  it.each(bad.map((file) => [file.name, file] as const))('%s is refused in plain words', async (_name, file) => {
    const { problem } = await openAndReview(file);
    expect(problem?.kind).toBe('problem' in file ? file.problem : '');
    for (const messages of Object.values(catalogues)) {
      const { title, detail, remedy } = describeProblem(messages, problem!);
      for (const words of [title, detail, remedy]) expect(words).not.toMatch(/^$|undefined|NaN|\[object/);
      expect(detail).toContain(file.name);
    }
  });
});
