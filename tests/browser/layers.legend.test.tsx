import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DrawnZoneDialog } from '../../src/features/layers';
import { catalogues } from '../../src/i18n';
import { type Calls, EDITIONS, LAYERS, LayersDemo, type LayersDemoProps } from './layersDemo';
import { clear, show } from './uiSupport';

const { common, layers: words, boundaries } = catalogues.vi;
let calls: Calls = [];

beforeEach(async () => {
  calls = [];
  await page.viewport(1366, 768);
});
afterEach(clear);

const draw = (props: LayersDemoProps = {}): void => show(<LayersDemo calls={calls} isOpen {...props} />);
const legend = () => page.getByRole('region', { name: words.title, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const names = (): string[] => [...document.querySelectorAll('.gr-Legend-name')].map((name) => name.textContent ?? '');

async function choose(layerName: string, entry: string): Promise<void> {
  await userEvent.click(button(words.menu(layerName)));
  await userEvent.click(page.getByRole('menuitem', { name: entry }));
}

describe('the legend', () => {
  it('shows and hides each part of the map', async () => {
    draw();
    for (const [title, group] of [
      [boundaries.level.district, 'linesDistrict'],
      [words.zone.province('1.500 m'), 'zoneProvince'],
      [words.rivers, 'rivers'],
      [words.incidentsShown, 'incidents'],
    ] as const) {
      const box = page.getByRole('checkbox', { name: new RegExp(`^${title}`) });
      await expect.element(box).toBeChecked();
      (box.element() as HTMLElement).focus();
      await userEvent.keyboard(' ');
      await expect.element(box).not.toBeChecked();
      expect(calls.at(-1)).toEqual(['toggle', group, false]);
    }
  });

  it('shows what holds when it is opened, though it was closed while that changed', async () => {
    draw();
    await userEvent.click(button(words.title));
    draw({ edition: EDITIONS['2025'] });
    await userEvent.click(button(words.title));
    await expect.element(page.getByText(words.coverageEdge)).toBeVisible();
    await expect.element(page.getByText(words.zone.commune('500 m'))).toBeVisible();
    expect(page.getByText(boundaries.level.district).query()).toBeNull();
  });

  it('says why lines are dashed only where some are approximate', async () => {
    draw();
    const reason = 'Nét đứt: ranh giới trong của kỳ 2018 là gần đúng, ±150 m (đến 300 m ở trung tâm Việt Trì)';
    await expect.element(page.getByText(reason)).toBeInTheDocument();
    clear();
    draw({ edition: EDITIONS['2025'] });
    await expect.element(page.getByText(words.coverageEdge)).toBeInTheDocument();
    expect(page.getByText('Nét đứt').query()).toBeNull();
  });

  it('has rows only for the levels of the edition and for categories that occur', async () => {
    draw({ edition: EDITIONS['2025'] });
    await expect.element(page.getByText(words.zone.commune('500 m'))).toBeInTheDocument();
    expect(page.getByText(words.zone.district('1,00 km')).query()).toBeNull();
    expect(page.getByText(boundaries.level.district).query()).toBeNull();
    const listed = [...document.querySelectorAll('.gr-Legend-categories li')].map((row) => row.textContent);
    expect(listed).toEqual([
      'Ma tuý9',
      'Trộm cắp14',
      'Đất đai, giải phóng mặt bằng3',
      'Giao thông20',
      'Trật tự công cộng15',
    ]);
  });

  it('is there without an edition', async () => {
    draw({ edition: null });
    await expect.element(page.getByText(words.loading)).toBeInTheDocument();
    await expect.element(page.getByText(words.incidentsShown)).toBeInTheDocument();
  });

  it('takes at most three fifths of the map’s height and scrolls inside', async () => {
    draw();
    await expect.element(legend()).toBeInTheDocument();
    const map = document.querySelector('.gr-Map')!.getBoundingClientRect();
    const box = legend().element().getBoundingClientRect();
    expect(box.height).toBeLessThanOrEqual(0.6 * map.height + 1);
    expect(box.height).toBeGreaterThan(0.5 * map.height);
    const panel = document.querySelector('.gr-Legend > .gr-Disclosure > .gr-Disclosure-panel')!;
    expect(panel.scrollHeight).toBeGreaterThan(panel.clientHeight);
    expect(panel.scrollWidth).toBe(panel.clientWidth);
    // Nothing of it reaches beyond the map: a focus at its end must not scroll the map away.
    const frame = document.querySelector('.gr-Map')!;
    expect(frame.scrollHeight).toBe(frame.clientHeight);
    page
      .getByRole('checkbox', { name: new RegExp(`^${words.places}`) })
      .element()
      .focus();
    expect(frame.scrollTop).toBe(0);
  });

  it('is one button when folded, as it is at first on a phone', async () => {
    await page.viewport(390, 844);
    show(<LayersDemo calls={calls} />);
    await expect.element(button(words.title)).toHaveAttribute('aria-expanded', 'false');
    const box = legend().element().getBoundingClientRect();
    expect(box.height).toBeLessThanOrEqual(48);
    expect(box.width).toBeLessThan(220);
    await userEvent.click(button(words.title));
    await expect.element(page.getByText(words.incidentsShown)).toBeVisible();
    expect(legend().element().getBoundingClientRect().right).toBeLessThanOrEqual(390);
  });
});

describe('layers of the user', () => {
  it('are listed as they lie on the map, the top one first, with what they hold and flag', async () => {
    draw();
    await expect.element(legend()).toBeInTheDocument();
    expect(names()).toEqual(['Điểm loa', 'Khu đang giải phóng mặt bằng', 'Đê tả sông Lô']);
    await expect.element(page.getByText('1.234 đường · gắn cờ vụ việc trong 200 m')).toBeInTheDocument();
    await expect.element(page.getByText('3 vùng · gắn cờ vụ việc bên trong · vẫn gắn cờ khi ẩn')).toBeInTheDocument();
    const hidden = page.getByRole('checkbox', { name: LAYERS[1]!.name });
    await expect.element(hidden).not.toBeChecked();
    (hidden.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(calls).toEqual([['visible', 'b', true]]);
  });

  it('move by keyboard, tell their new place and keep the focus', async () => {
    draw();
    await expect.element(legend()).toBeInTheDocument();
    const menu = button(words.menu('Đê tả sông Lô'));
    (menu.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const up = page.getByRole('menuitem', { name: words.moveUp });
    await expect.element(up).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: words.moveDown })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(() => calls).toEqual([['reorder', ['b', 'a', 'c']]]);
    await expect.poll(names).toEqual(['Điểm loa', 'Đê tả sông Lô', 'Khu đang giải phóng mặt bằng']);
    await expect.element(page.getByText(words.moved('Đê tả sông Lô', '2', '3'))).toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(menu.element());
  });

  it('are renamed, but not to nothing', async () => {
    draw();
    await choose('Điểm loa', words.rename);
    const field = page.getByRole('textbox', { name: words.name });
    await expect.element(field).toHaveFocus();
    await userEvent.clear(field);
    await expect.element(page.getByText(words.nameMissing)).toBeVisible();
    await expect.element(button(words.save)).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(field, '  Loa phường  ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => calls).toEqual([['rename', 'c', 'Loa phường']]);
    expect(names()[0]).toBe('Loa phường');
    await expect.poll(() => document.activeElement).toBe(button(words.menu('Loa phường')).element());
  });

  it('are given another look as one change', async () => {
    draw();
    await choose('Điểm loa', words.restyle);
    await expect.element(page.getByRole('radio', { name: words.colors.green })).toBeChecked();
    const code = page.getByRole('textbox', { name: words.customColor });
    await userEvent.fill(code, '#12345');
    await expect.element(page.getByText(words.customColorWrong)).toBeVisible();
    await expect.element(button(words.save)).toBeDisabled();
    await userEvent.fill(code, '#A1B2C3');
    const width = page.getByRole('textbox', { name: words.width.point });
    await userEvent.fill(width, '7,5');
    await userEvent.keyboard('{Tab}');
    expect(calls).toEqual([]);
    await userEvent.click(button(words.save));
    expect(calls).toEqual([['style', 'c', { color: '#a1b2c3', opacity: 0.9, widthPx: 7.5 }]]);
  });

  it('keep their look when the dialog is left', async () => {
    draw();
    await choose('Điểm loa', words.restyle);
    await userEvent.click(button(common.cancel));
    await choose('Điểm loa', words.restyle);
    await userEvent.click(button(words.save));
    expect(calls).toEqual([]);
  });

  it('flag by a distance, or polygons by what they hold, or no more', async () => {
    draw();
    await choose('Điểm loa', words.useAsZone);
    await userEvent.click(page.getByText(words.zoneSwitch));
    const distance = page.getByRole('textbox', { name: `${words.zoneDistance} (m)` });
    await userEvent.fill(distance, '350');
    await userEvent.keyboard('{Tab}');
    await userEvent.click(button(words.save));
    await expect.poll(() => calls).toEqual([['zone', 'c', 350]]);
    await choose('Khu đang giải phóng mặt bằng', words.useAsZone);
    expect(distance.query()).toBeNull();
    await userEvent.click(page.getByText(words.zoneSwitch));
    await userEvent.click(button(words.save));
    await expect.poll(() => calls.at(-1)).toEqual(['zone', 'b', null]);
    await choose('Khu đang giải phóng mặt bằng', words.useAsZone);
    await userEvent.click(page.getByText(words.zoneSwitch));
    await userEvent.click(button(words.save));
    await expect.poll(() => calls.at(-1)).toEqual(['zone', 'b', 0]);
  });

  it('are zoomed to and removed at once, and the focus stays in the list', async () => {
    draw();
    await choose('Điểm loa', words.zoomTo);
    await choose('Điểm loa', words.remove);
    await expect
      .poll(() => calls)
      .toEqual([
        ['zoomTo', 'c'],
        ['remove', 'c'],
      ]);
    expect(names()).toHaveLength(2);
    await expect.poll(() => document.activeElement).toBe(button(words.addFile).element());
  });

  it('begin with a file or a drawing', async () => {
    draw({ layers: [] });
    await expect.element(page.getByText(words.ownEmpty)).toBeInTheDocument();
    await userEvent.click(button(words.addFile));
    await userEvent.click(button(words.draw));
    expect(calls).toEqual([['addFile'], ['drawZone']]);
  });
});

describe('a drawn zone', () => {
  const BOX = [
    [105.4, 21.3],
    [105.42, 21.3],
    [105.42, 21.32],
    [105.4, 21.32],
  ] as const;

  const ask = (points: readonly (readonly [number, number])[] | null): void =>
    show(
      <DrawnZoneDialog
        points={points}
        takenNames={[words.drawnName('1')]}
        onSave={(...saved) => calls.push(['save', ...saved])}
        onRedraw={() => calls.push(['redraw'])}
        onDiscard={() => calls.push(['discard'])}
      />,
    );

  it('is saved under a name, and flags unless told otherwise', async () => {
    ask([...BOX, BOX[0]]);
    const field = page.getByRole('textbox', { name: words.name });
    await expect.element(field).toHaveValue(words.drawnName('2'));
    await expect.element(page.getByText(words.drawnPoints(4, '4'))).toBeVisible();
    await userEvent.fill(field, 'Bãi sông');
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['save', 'Bãi sông', [...BOX, BOX[0]], true]]);
    await userEvent.click(page.getByText(words.drawnZone));
    await userEvent.click(button(words.drawnSave));
    expect(calls.at(-1)?.at(-1)).toBe(false);
  });

  it('that crosses itself is refused with words, and can be drawn again', async () => {
    ask([BOX[0], BOX[2], BOX[1], BOX[3]]);
    await expect.element(page.getByText(words.ring.selfCrossing)).toBeVisible();
    await expect.element(button(words.drawnRedraw)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['redraw']]);
  });

  it('is not asked for when nothing was drawn', () => {
    ask(null);
    expect(page.getByRole('dialog').query()).toBeNull();
  });
});
