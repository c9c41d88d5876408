import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Activity, ActivityId, Place, PlaceId, PlainDate, UnitCode, WallClock } from '../../src/domain';
import { ActivitiesDialog, ActivityImport } from '../../src/features/activities';
import {
  DraftOffer,
  type EntryDraft,
  EntryForm,
  newDraft,
  type PlaceReading,
  readEntry,
} from '../../src/features/entry';
import { PlacesDialog } from '../../src/features/places';
import { TermsDialog } from '../../src/features/terms';
import { catalogues, type Language } from '../../src/i18n';
import { entryWords } from '../../src/i18n/entryWords';
import { termsWords } from '../../src/i18n/termsWords';
import { clear, picture, show, violations } from './uiSupport';

afterEach(clear);

const now = '2026-11-28T19:00' as WallClock;
const nothing = (): void => undefined;
const done = async (): Promise<null> => null;
const units = [
  { code: '07912' as UnitCode, name: 'Phường Bạch Hạc' },
  { code: '09097' as UnitCode, name: 'Xã Bồ Sao' },
];
const candidates: PlaceReading = ['Vĩnh Tường', 'Lập Thạch'].map((within, i) => ({
  id: `p${i}`,
  name: 'Đồng Phú',
  within,
  place: { lng: 105.4 + i / 10, lat: 21.3, accuracyM: 1_500, method: 'place' },
}));

function Form({ first = {}, onSave = vi.fn<() => void>() }: { first?: Partial<EntryDraft>; onSave?: () => void }) {
  const [draft, setDraft] = useState<EntryDraft>({ ...newDraft(now), ...first });
  const { faults } = readEntry(draft, { now, holder: null });
  return (
    <>
      <DraftOffer kept={{ keptAt: now, draft }} onResume={nothing} onDiscard={nothing} />
      <EntryForm
        isEdit={false}
        isKept={false}
        draft={draft}
        onChange={(part) => setDraft({ ...draft, ...part })}
        faults={faults}
        units={units}
        holderName={draft.place ? 'Xã Bồ Sao' : null}
        theme="light"
        isPicking={false}
        onPick={nothing}
        onRead={async () => candidates}
        falls={['Thuộc địa bàn Xã Bồ Sao', 'Trong vùng giáp ranh']}
        onSave={async () => {
          if (faults === null) onSave();
          return faults === null;
        }}
        onClose={nothing}
      />
    </>
  );
}

const activity = (number: number): Activity => ({
  id: `a${number}` as ActivityId,
  kind: number % 2 ? 'meeting' : 'broadcast',
  on: '2018-05-04' as PlainDate,
  unitCode: '07912' as UnitCode,
  count: number,
  note: 'Họp dân',
  source: { kind: 'simulated', name: 's', row: null },
  rev: 1,
});
const places: Place[] = [{ id: 'p' as PlaceId, name: 'Đê Bồ Sao', lng: 105.4, lat: 21.3, accuracyM: 100, rev: 1 }];

const SCREENS = {
  form: () => (
    <Form first={{ place: { lng: 105.4, lat: 21.3, accuracyM: 60, method: 'map' }, summary: '0912345678' }} />
  ),
  span: () => <Form first={{ whenMode: 'span', hasNoPlace: true }} />,
  terms: () => (
    <TermsDialog
      uses={{ theft: 3 }}
      theme="light"
      onAdd={done}
      onChange={done}
      onReorder={nothing}
      onMerge={done}
      onRemove={nothing}
      onClose={nothing}
    />
  ),
  activities: () => (
    <ActivitiesDialog
      activities={[activity(1), activity(2)]}
      nameOf={() => 'Phường Bạch Hạc'}
      today="2026-11-28"
      unitsOn={() => units}
      onAdd={done}
      onChange={done}
      onRemove={nothing}
      onImport={nothing}
      onClose={nothing}
    />
  ),
  activityFile: () => (
    <ActivityImport
      file={new File(['x'], 'tuyen-truyen.csv')}
      onRead={async () => ({
        ok: true,
        notes: [],
        value: {
          activities: [{ ...activity(1), row: 2 }],
          rejected: [{ row: 3, reason: 'unitUnknown', text: 'Nơi nào' }],
          rows: 4,
          emptyRows: 1,
          totalRows: 1,
          maskedNotes: 1,
          columns: [{ header: 'Ngày', field: 'day' }],
          headerIndex: 0,
        },
      })}
      unitName={() => 'Phường Bạch Hạc'}
      simulatedCount={2}
      onImport={done}
      onSaveRejected={nothing}
      onClose={nothing}
    />
  ),
  places: () => (
    <PlacesDialog
      places={places}
      isHidden={false}
      onPick={done}
      onSave={done}
      onRemove={nothing}
      onShow={nothing}
      onClose={nothing}
    />
  ),
} as const;

/** Two of the combinations that differ in all three. */
const LOOKS = [
  ['vi', 'light', 1366, 768],
  ['en', 'dark', 390, 844],
] as const;

describe.each(LOOKS)('the screens of what is entered by hand: %s, %s, %i', (language, theme, width, height) => {
  it.each(Object.entries(SCREENS))('have no fault: %s', async (name, draw) => {
    await page.viewport(width, height);
    const screen = (
      <main style={{ padding: 16 }}>
        <h1>Giáp Ranh</h1>
        {draw()}
      </main>
    );
    show(screen, { language, theme });
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
    await picture(`entry-${name}-${language}-${theme}-${width}`);
  });
});

const words = entryWords.vi;
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the form', () => {
  it('says what is missing, goes there, and saves by Ctrl+Enter once it is mended', async () => {
    const onSave = vi.fn<() => void>();
    show(<Form onSave={onSave} first={{ summary: 'Gọi 0912345678' }} />);
    await userEvent.click(button(words.save));
    for (const fault of ['categoryMissing', 'placeMissing', 'personal'] as const)
      await expect.element(page.getByText(words.faults[fault])).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.click(page.getByText(catalogues.vi.incidents.categoryName.theft, { exact: true }).last());
    await userEvent.click(button(words.mask));
    await expect.element(page.getByLabelText(words.summary, { exact: true })).toHaveValue('Gọi ••••••••••');
    await userEvent.click(page.getByText(words.noPlace, { exact: true }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
  });

  it('asks which place is meant where a name is borne by several', async () => {
    show(<Form />);
    await userEvent.fill(page.getByLabelText(words.placeText), 'Đồng Phú');
    await userEvent.keyboard('{Enter}');
    const second = page.getByRole('radio', { name: /Lập Thạch/ });
    await expect.element(second).toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: /Vĩnh Tường/ })).toBeChecked();
    await userEvent.click(page.getByText(/thuộc Lập Thạch/));
    await expect.element(second).toBeChecked();
  });
});

it('a category that comes ready or is in use cannot be removed', async () => {
  show(SCREENS.terms(), { language: 'vi' as Language });
  const theft = catalogues.vi.incidents.categoryName.theft;
  await userEvent.click(button(termsWords.vi.actions(theft)));
  await expect
    .element(page.getByRole('menuitem', { name: termsWords.vi.remove }))
    .toHaveAttribute('aria-disabled', 'true');
});
