import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  Button,
  createToasts,
  Dialog,
  NumberField,
  ProgressBar,
  SearchBox,
  Select,
  Sheet,
  type SheetHeight,
  Slider,
  Splitter,
  showToast,
  TextField,
  type Toasts,
  ToastsRegion,
} from '../../src/ui';
import { clear, show, violations } from './uiSupport';

afterEach(clear);

function Fields({ seen }: { readonly seen: (number | null)[] }) {
  const [value, setValue] = useState<number | null>(1234.5);
  return (
    <NumberField
      label="Chiều dài"
      unit="km"
      hasButtons
      value={value}
      onChange={(next) => {
        seen.push(next);
        setValue(next);
      }}
    />
  );
}

function Zone({ ended }: { readonly ended: number[] }) {
  const [value, setValue] = useState(1000);
  return (
    <Slider
      label="Cấp huyện"
      unit="m"
      min={0}
      max={3000}
      step={50}
      value={value}
      onChange={setValue}
      onChangeEnd={(end) => ended.push(end)}
    />
  );
}

function Box({ chosen }: { readonly chosen: string[] }) {
  const [query, setQuery] = useState('');
  const results = query === '' ? [] : [{ id: 'u1', title: 'Xã Sông Lô', detail: 'Việt Trì' }];
  return (
    <main>
      <h1>Tìm</h1>
      <SearchBox
        label="Tìm"
        placeholder="Tìm"
        query={query}
        onQueryChange={setQuery}
        onChoose={(id) => chosen.push(id)}
        emptyText="Không thấy"
        groups={[
          { id: 'units', title: 'Đơn vị', results },
          { id: 'places', title: 'Địa điểm', results: query === 'song' ? [{ id: 'p1', title: 'Bến phà' }] : [] },
        ]}
      />
    </main>
  );
}

function Kind() {
  const [value, setValue] = useState<'all' | 'criminal'>('all');
  return (
    <main>
      <h1>Lọc</h1>
      <Select
        label="Loại"
        value={value}
        onChange={setValue}
        options={[
          { id: 'all', title: 'Tất cả' },
          { id: 'criminal', title: 'Vụ', detail: 'có dấu hiệu tội phạm' },
        ]}
      />
    </main>
  );
}

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <h1>Trang</h1>
      <Button onPress={() => setOpen(true)}>Mở</Button>
      <Dialog title="Hỏi" isOpen={isOpen} onClose={() => setOpen(false)} footer={<Button>Đồng ý</Button>}>
        Nội dung
      </Dialog>
    </main>
  );
}

function Phone() {
  const [height, setHeight] = useState<SheetHeight>('low');
  return (
    <Sheet label="Bảng" height={height} onHeightChange={setHeight}>
      Nội dung
    </Sheet>
  );
}

function Split({ seen }: { readonly seen: number[] }) {
  const [value, setValue] = useState(330);
  return (
    <Splitter
      label="Chiều rộng"
      controls="x"
      edge="right"
      value={value}
      min={320}
      max={480}
      onChange={(next) => {
        seen.push(next);
        setValue(next);
      }}
    />
  );
}

describe('numbers', () => {
  it('are written and read in Vietnamese notation, with Vietnamese names of the buttons', async () => {
    const seen: (number | null)[] = [];
    show(<Fields seen={seen} />);
    const field = page.getByRole('textbox', { name: 'Chiều dài (km)' });
    await expect.element(field).toHaveValue('1.234,5');
    await userEvent.fill(field, '2,25');
    await userEvent.keyboard('{Enter}');
    expect(seen.at(-1)).toBe(2.25);
    await userEvent.click(page.getByRole('button', { name: 'Tăng Chiều dài (km)' }));
    expect(seen.at(-1)).toBe(3);
    await userEvent.fill(field, '');
    await userEvent.tab();
    expect(seen.at(-1)).toBeNull();
  });

  it('are the same beside a slider, both ways', async () => {
    const ended: number[] = [];
    show(<Zone ended={ended} />);
    const slider = page.getByRole('slider', { name: 'Cấp huyện' });
    const field = page.getByRole('textbox', { name: 'Cấp huyện (m)' });
    await expect.element(field).toHaveValue('1.000');
    slider.element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(field).toHaveValue('1.050');
    await userEvent.fill(field, '2500');
    await userEvent.keyboard('{Enter}');
    await expect.element(slider).toHaveValue('2500');
    expect(ended).toEqual([1050, 2500]);
  });
});

describe('a day', () => {
  it('is told day first and with its weekday, whatever order the browser writes it in', async () => {
    const noChange = () => {};
    show(<TextField label="Ngày" type="date" hint="Ngày lập biên bản" value="2019-12-11" onChange={noChange} />);
    await expect
      .element(page.getByLabelText('Ngày'))
      .toHaveAccessibleDescription('Thứ Tư, 11/12/2019 · Ngày lập biên bản');
    show(<TextField label="Day" type="date" value="2019-12-11" onChange={noChange} />, { language: 'en' });
    await expect.element(page.getByLabelText('Day')).toHaveAccessibleDescription('Wednesday, 11/12/2019');
    show(<TextField label="Ngày" type="date" value="" onChange={noChange} />);
    await expect.element(page.getByLabelText('Ngày')).toHaveAccessibleDescription('');
  });
});

describe('search', () => {
  it('shows groups, is moved through by arrows and tells what was chosen', async () => {
    const chosen: string[] = [];
    show(<Box chosen={chosen} />);
    await userEvent.fill(page.getByRole('combobox', { name: 'Tìm' }), 'song');
    await expect.element(page.getByRole('option').first()).toBeVisible();
    await expect.element(page.getByText('Địa điểm')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toEqual(['p1']);
    await userEvent.click(page.getByRole('button', { name: 'Xoá ô tìm' }));
    await expect.element(page.getByRole('combobox')).toHaveValue('');
  });
});

describe('a list to choose from', () => {
  it('opens and chooses by keys alone', async () => {
    show(<Kind />);
    const button = page.getByRole('button', { name: /Loại/ });
    await expect.element(button).toHaveTextContent('Tất cả');
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('option', { name: /Vụ/ })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(button).toHaveTextContent('Vụ');
  });
});

describe('a dialog', () => {
  it('keeps the focus, closes by Escape and gives the focus back', async () => {
    show(<Page />);
    await expect.element(page.getByRole('button', { name: 'Mở' })).toBeVisible();
    page.getByRole('button', { name: 'Mở' }).element().focus();
    await userEvent.keyboard('{Enter}');
    const dialog = page.getByRole('dialog', { name: 'Hỏi' });
    await expect.element(dialog).toBeVisible();
    for (let presses = 0; presses < 4; presses++) {
      await userEvent.tab();
      expect(dialog.element().contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.textContent).toBe('Mở');
  });
});

describe('a message at the edge', () => {
  it('offers to undo, closes after it, and is heard', async () => {
    const toasts = createToasts();
    const undo = vi.fn();
    show(
      <main>
        <h1>Trang</h1>
        <ToastsRegion toasts={toasts} label="Thông báo" over="map" />
      </main>,
    );
    showToast(toasts, { title: 'Đã nhập 61 vụ việc', action: { title: 'Hoàn tác', onAction: undo } });
    await expect.element(page.getByRole('alertdialog', { name: 'Đã nhập 61 vụ việc' })).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Thông báo' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Hoàn tác' }));
    expect(undo).toHaveBeenCalledTimes(1);
    await expect.element(page.getByText('Đã nhập 61 vụ việc')).not.toBeInTheDocument();
  });

  const showOver = (toasts: Toasts): void =>
    show(
      <main>
        <h1>Trang</h1>
        <div id="map" style={{ position: 'fixed', left: 432, top: 40, right: 0, bottom: 260 }} />
        <ToastsRegion toasts={toasts} label="Thông báo" over="map" />
      </main>,
    );

  it('lies over the map, away from panel, legend and table', async () => {
    await page.viewport(1366, 768);
    const toasts = createToasts();
    showOver(toasts);
    showToast(toasts, {
      title: 'Đã đặt khoảng cách',
      detail: 'Vùng cấp xã rộng 500 m',
      action: { title: 'Hoàn tác', onAction: vi.fn() },
    });
    const toast = page.getByRole('alertdialog');
    await expect.element(toast).toBeVisible();
    const edges = toast.element().getBoundingClientRect();
    // The legend is at most 320 pixels wide, at the map's left edge.
    expect(edges.left).toBeGreaterThan(432 + 320);
    expect(edges.right).toBeLessThanOrEqual(1366);
    expect(edges.bottom).toBeLessThanOrEqual(768 - 260 - 36);
  });

  it('does not run out of time while it is pointed at', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const toasts = createToasts();
      showOver(toasts);
      showToast(toasts, { title: 'Đã hoàn tác' });
      const toast = page.getByRole('alertdialog');
      await expect.element(toast).toBeVisible();
      await userEvent.hover(toast);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(toasts.visibleToasts).toHaveLength(1);
      await userEvent.unhover(toast);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(toasts.visibleToasts).toHaveLength(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('closes with Escape', async () => {
    const toasts = createToasts();
    showOver(toasts);
    showToast(toasts, { title: 'Không ghi được', tone: 'error' });
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await userEvent.keyboard('{F6}{Escape}');
    expect(toasts.visibleToasts).toHaveLength(0);
  });
});

describe('long work', () => {
  it('says how far and can be cancelled', async () => {
    const cancel = vi.fn();
    show(<ProgressBar label="Đang nhập" share={0.42} detail="42.000 / 100.000 dòng" onCancel={cancel} />);
    await expect
      .element(page.getByRole('progressbar', { name: 'Đang nhập' }))
      .toHaveAttribute('aria-valuetext', expect.stringContaining('42'));
    await userEvent.click(page.getByRole('button', { name: 'Huỷ' }));
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

describe('what can be sized', () => {
  it('a sheet has three heights, by keys and by tap', async () => {
    await page.viewport(390, 844);
    show(<Phone />);
    const handle = page.getByRole('separator', { name: 'Chiều cao bảng' });
    await expect.element(handle).toHaveAttribute('aria-valuetext', 'thấp');
    handle.element().focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(handle).toHaveAttribute('aria-valuetext', 'nửa màn hình');
    await userEvent.keyboard('{End}');
    await expect.element(handle).toHaveAttribute('aria-valuetext', 'toàn màn hình');
    await userEvent.click(handle);
    await expect.element(handle).toHaveAttribute('aria-valuetext', 'nửa màn hình');
    await userEvent.keyboard('{Home}');
    await expect.element(handle).toHaveAttribute('aria-valuetext', 'thấp');
  });

  it('a split moves by keys within its bounds', async () => {
    const seen: number[] = [];
    show(
      <>
        <div id="x" />
        <Split seen={seen} />
      </>,
    );
    const handle = page.getByRole('separator');
    await expect.element(handle).toHaveAttribute('aria-valuenow', '330');
    handle.element().focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}{End}');
    expect(seen).toEqual([320, 336, 480]);
  });
});
