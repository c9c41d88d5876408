import { afterAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clear, show } from './uiSupport';

afterAll(clear);

it('the kit injects no style that the content security policy forbids', async () => {
  // The style sheets are in the page before the policy is; whatever is injected afterwards meets it.
  const { Gallery } = await import('./uiGallery');
  const refused: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    refused.push(`${event.violatedDirective} ${event.sample}`),
  );
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'self'";
  document.head.append(policy);

  show(<Gallery />);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Thao tác' }));
  await expect.element(page.getByRole('menu')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.fill(page.getByRole('combobox', { name: 'Tìm' }), 'song');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  expect(refused).toEqual([]);
  // React Aria injects no style under test; elsewhere it does, unless an element of this name is there.
  expect(document.getElementById('react-aria-pressable-style')?.tagName).toBe('META');

  const inline = document.createElement('style');
  inline.textContent = 'p { color: red; }';
  document.head.append(inline);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
});
