import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BorderService, startBorderService } from '../../src/app/wiring/borderService';
import type { BorderView } from '../../src/app/wiring/borderView';
import { type Prepared, type PreparingStep, prepareBriefing } from '../../src/app/wiring/prepareBriefing';
import { askReview, type ReviewAsk } from '../../src/app/wiring/reviewService';
import type { PlainDate } from '../../src/domain';
import { openStore, type Store, useSession } from '../../src/store';
import { FIRST_SESSION } from '../../src/store/session';
import { valueIn } from '../store/records';

const today = '2026-11-23' as PlainDate;
const year: ReviewAsk = {
  period: { from: '2018-01-01' as PlainDate, to: '2018-12-31' as PlainDate },
  countBy: 'then',
  filter: {},
};

let store: Store;
let border: BorderService;

beforeEach(async () => {
  useSession.setState(FIRST_SESSION);
  store = valueIn(await openStore({ name: `test-${crypto.randomUUID()}` }));
  border = startBorderService(store, { today, onCrash: (detail) => expect.fail(detail) });
});
afterEach(() => {
  border.end();
  store.close();
});

function viewWhere(fits: (view: BorderView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = border.view.subscribe(look);
    function look(): void {
      if (!fits(border.view.getSnapshot())) return;
      end();
      resolve();
    }
    look();
  });
}
const isSample = ({ summary }: BorderView): boolean => summary?.total === 61;

function prepare(ask: ReviewAsk, signal = new AbortController().signal) {
  const steps: [PreparingStep, number][] = [];
  const prepared = prepareBriefing({ store, border, today }, ask, {
    signal,
    onProgress: (step, share) => steps.push([step, share]),
  });
  return { steps, prepared };
}
const done = (prepared: Prepared) => {
  if (prepared.kind !== 'done') throw new Error(prepared.kind);
  return prepared;
};

describe('a briefing of the sample', () => {
  it('is not ready while the register is being read, and then has the real totals', async () => {
    expect(await askReview({ store, border, today }, year)).toBeNull();
    await viewWhere(isSample);
    const review = await askReview({ store, border, today }, year);
    const { kinds, outreach } = review!.figures;
    expect([kinds.criminal.incidents.now, kinds.criminal.persons.now]).toEqual([15, 19]);
    expect([kinds.administrative.incidents.now, kinds.administrative.persons.now]).toEqual([46, 63]);
    expect([outreach.total.meeting.now, outreach.total.broadcast.now]).toEqual([24, 425]);
  });

  it('is made in steps, with hotspots that nobody has asked the panel for', async () => {
    await viewWhere(isSample);
    const { steps, prepared } = prepare(year);
    const { drafts, leftOut, figures } = done(await prepared);
    expect(figures.total.incidents.now).toBe(61);
    expect(drafts.map(({ kind }) => kind).slice(0, 4)).toEqual(['cluster', 'year', 'where', 'when']);
    expect(leftOut).toContainEqual({ kind: 'change', reason: 'noPeriodBefore' });
    expect(leftOut).toContainEqual({ kind: 'cover', reason: 'noPlan' });
    expect(leftOut.some(({ reason }) => reason === 'notComputed')).toBe(false);
    expect([...new Set(steps.map(([step]) => step))]).toEqual(['figures', 'ground', 'stretches', 'timing', 'seam']);
    const shares = steps.map(([, share]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    // What the screen shows was not asked for charts of time, nor for another period.
    expect(border.view.getSnapshot().summary).toMatchObject({ shown: 61, timing: null });
    const scanned = drafts.find(({ kind }) => kind === 'where');
    const reported = figures.byLine.reduce((sum, { incidents }) => sum + incidents.now, 0);
    expect(scanned?.kind === 'where' && scanned.facts.scanned + scanned.facts.discovered).toBeGreaterThanOrEqual(
      reported,
    );
  });

  it('follows the filter but not its days', async () => {
    await viewWhere(isSample);
    const occurred = { from: '2018-02-01' as PlainDate, to: '2018-02-02' as PlainDate };
    const { figures } = done(await prepare({ ...year, filter: { kind: ['criminal'], occurred } }).prepared);
    expect([figures.total.incidents.now, figures.isFiltered]).toEqual([15, true]);
  });

  it('can be given up', async () => {
    await viewWhere(isSample);
    const controller = new AbortController();
    const { prepared } = prepare(year, controller.signal);
    controller.abort();
    expect(await prepared).toEqual({ kind: 'cancelled' });
  });
});
