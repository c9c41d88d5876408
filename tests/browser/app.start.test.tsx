import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../src/app/App';
import { clear, show } from './uiSupport';

afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

describe('a start that breaks', () => {
  it('is told, with ways on, instead of leaving the page empty', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const starting = Promise.reject(new Error('no workers here'));
    show(
      <Suspense>
        <App starting={starting} />
      </Suspense>,
    );
    await expect.element(page.getByRole('heading', { level: 1, name: 'Chương trình gặp lỗi' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Tải lại trang' })).toBeVisible();
  });
});
