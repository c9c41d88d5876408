import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Stat, StatRow } from '../../src/ui';
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

it('figures side by side stay within their row and off one another, however long', async () => {
  for (const widthPx of [260, 327, 360]) {
    for (const value of ['61', '100.000', '1.000.000']) {
      show(
        <main style={{ width: widthPx }}>
          <StatRow>
            {['Đang xem', 'Trong vùng', 'Số đối tượng'].map((label) => (
              <Stat key={label} label={label} value={value} unit="vụ việc" />
            ))}
          </StatRow>
        </main>,
      );
      await expect.element(page.getByText('Trong vùng')).toBeVisible();
      await document.fonts.ready;
      const row = document.querySelector('dl')!.getBoundingClientRect();
      const figures = [...document.querySelectorAll('dd')].map((figure) => {
        const range = document.createRange();
        range.selectNodeContents(figure);
        return range.getBoundingClientRect();
      });
      expect(figures).toHaveLength(3);
      for (const [k, figure] of figures.entries()) {
        expect(figure.right).toBeLessThanOrEqual(row.right + 0.5);
        for (const other of figures.slice(k + 1))
          expect(figure.right <= other.left || figure.bottom <= other.top, `${value} at ${widthPx}`).toBe(true);
      }
    }
  }
});
