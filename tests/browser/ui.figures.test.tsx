import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { clear, show } from './uiSupport';

afterEach(clear);

it('figures in columns are all of one width, in every weight', async () => {
  show(
    <main>
      <h1>Số</h1>
      {[400, 500, 600].map((fontWeight) => (
        <p key={fontWeight}>
          {['0000000000', '1111111111', '4444444444', '8888888888'].map((digits) => (
            <span key={digits} className="gr-tabular" style={{ fontWeight }} data-weight={fontWeight}>
              {digits}
            </span>
          ))}
          <span style={{ fontWeight }}>Ằộ</span>
        </p>
      ))}
    </main>,
  );
  await expect.element(page.getByRole('heading')).toBeVisible();
  await document.fonts.ready;
  for (const weight of [400, 500, 600]) {
    expect(document.fonts.check(`${weight} 14px "Be Vietnam Pro Figures"`, '1')).toBe(true);
    const widths = [...document.querySelectorAll<HTMLElement>(`[data-weight="${weight}"]`)].map(
      (span) => span.getBoundingClientRect().width,
    );
    expect(widths).toHaveLength(4);
    for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 1);
  }
});
