import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ErrorBoundary, watchUncaught } from '../../src/app/shell/ErrorBoundary';
import { Demo } from './shellDemo';
import { clear, show, violations } from './uiSupport';

beforeEach(async () => {
  await page.viewport(1366, 768);
});
afterEach(clear);

const heading = () => page.getByRole('heading', { level: 1 });
const focused = (): string => document.activeElement?.id ?? '';

describe('the frame by keys', () => {
  beforeEach(async () => {
    show(<Demo hasTable />);
    await expect.element(heading()).toBeVisible();
  });

  it('leads straight to its parts by the first stops of Tab', async () => {
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Tới bản đồ' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(focused()).toBe('map');
    page.getByRole('button', { name: 'Tới danh sách' }).element().focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()).toBe('table');
  });

  it('finds commands without marks and runs them', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.fill(page.getByRole('combobox', { name: 'Tìm lệnh' }), 'giao dien toi');
    await expect.element(page.getByRole('option')).toHaveTextContent('Giao diện tối');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('changes the language of the page at once', async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.fill(page.getByRole('combobox', { name: 'Tìm lệnh' }), 'english');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.documentElement.lang).toBe('en');
    await expect.element(heading()).toHaveTextContent('Map');
  });

  it('says why a command rests, and does not run it', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Vụ việc' }));
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.fill(page.getByRole('combobox', { name: 'Tìm lệnh' }), 'tim don vi');
    await expect.element(page.getByText('Màn hình này không có ô tìm')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('opens the help with ? and lists the keys of the registry', async () => {
    await userEvent.keyboard('?');
    const help = page.getByRole('dialog', { name: 'Phím tắt' });
    await expect.element(help).toBeVisible();
    await expect.element(help.getByText('Thu hoặc mở bảng thông tin')).toBeVisible();
  });

  it('goes to the search field with /, and leaves keys to it from then on', async () => {
    await userEvent.keyboard('/');
    const field = page.getByRole('combobox', { name: 'Tìm' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('l?/');
    await expect.element(field).toHaveValue('l?/');
    await expect.element(page.getByText('Chú giải')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('leaves keys to an open dialog', async () => {
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Control>}b{/Control}');
    await userEvent.keyboard('{Escape}');
    await expect.element(heading()).toBeVisible();
  });

  it('folds and unfolds the panel, and keeps the stamp in sight', async () => {
    await userEvent.keyboard('{Control>}b{/Control}');
    await expect.element(heading()).not.toBeInTheDocument();
    await expect.element(page.getByText('dữ liệu mô phỏng').first()).toBeInTheDocument();
    const stamps = [...document.querySelectorAll<HTMLElement>('.gr-Stamp')].filter((stamp) => stamp.offsetParent);
    expect(stamps).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: 'Mở bảng ra' }));
    await expect.element(heading()).toBeVisible();
  });

  it('sizes the panel between 320 and 480', async () => {
    const handle = page.getByRole('separator', { name: 'Chiều rộng bảng' });
    handle.element().focus();
    await userEvent.keyboard('{End}');
    expect(document.getElementById('panel')?.offsetWidth).toBe(480);
    await userEvent.keyboard('{Home}');
    expect(document.getElementById('panel')?.offsetWidth).toBe(320);
  });
});

describe('on a phone', () => {
  it('the panel is a sheet over the map and keeps what is in it', async () => {
    show(<Demo />);
    await userEvent.fill(page.getByRole('combobox', { name: 'Tìm' }), 'bach');
    await page.viewport(390, 844);
    const handle = page.getByRole('separator', { name: 'Chiều cao bảng' });
    await expect.element(handle).toBeVisible();
    await expect.element(page.getByRole('combobox', { name: 'Tìm' })).toHaveValue('bach');
    const panel = document.getElementById('panel')!;
    const low = panel.offsetHeight;
    handle.element().focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(() => panel.offsetHeight).toBeGreaterThan(low + 200);
    for (const button of document.querySelectorAll<HTMLElement>('nav button')) {
      expect(Math.min(button.offsetWidth, button.offsetHeight)).toBeGreaterThanOrEqual(44);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

let isBroken = true;
function Fragile() {
  if (isBroken) throw new Error('một lỗi thử');
  return <h1>Chạy lại được</h1>;
}

describe('the impossible', () => {
  it('is caught once, says so, offers a backup, and opens the screen again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const backup = vi.fn(() => Promise.resolve());
    isBroken = true;
    show(
      <ErrorBoundary onBackup={backup}>
        <Fragile />
      </ErrorBoundary>,
    );
    await expect.element(page.getByRole('heading', { name: 'Chương trình gặp lỗi' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Tải bản sao lưu về máy' }));
    expect(backup).toHaveBeenCalledTimes(1);
    await expect.element(page.getByText(/Đã tải bản sao lưu/)).toBeVisible();
    isBroken = false;
    await userEvent.click(page.getByRole('button', { name: 'Thử mở lại màn hình' }));
    await expect.element(page.getByText('Chạy lại được')).toBeVisible();
    vi.restoreAllMocks();
  });

  it('is reported when it happens outside of drawing', () => {
    const reports: string[] = [];
    const page = new EventTarget();
    const stop = watchUncaught((error) => reports.push(error.message), page);
    const event = new PromiseRejectionEvent('unhandledrejection', {
      promise: Promise.resolve(),
      reason: new Error('bỏ quên'),
    });
    page.dispatchEvent(event);
    stop();
    page.dispatchEvent(event);
    expect(reports).toEqual(['bỏ quên']);
  });
});

describe('the welcome', () => {
  it('goes through three steps, and can be left at any', async () => {
    show(<Demo open="welcome" />);
    const dialog = page.getByRole('dialog', { name: 'Giới thiệu Giáp Ranh' });
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bước 2 / 3')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bước 3 / 3')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Bắt đầu' }));
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('is skipped by one press', async () => {
    show(<Demo open="welcome" />);
    await userEvent.click(page.getByRole('button', { name: 'Bỏ qua' }));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});
