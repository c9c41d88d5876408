import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReportForm } from '../../src/domain';
import { ReportFormFields } from '../../src/features/briefing/ReportFormFields';
import type { OfficialReport } from '../../src/formats/briefing/officialReport';
import { listZip } from '../../src/formats/zip';
import '../../src/ui/fonts.css';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/app/app.css';
import { clear, LANGUAGES, picture, show, THEMES, violations } from './uiSupport';

afterEach(clear);

const EMPTY: ReportForm = {
  superiorBody: '',
  issuingBody: '',
  number: '',
  sign: 'BC-UBND',
  place: '',
  day: '',
  documentType: 'Báo cáo',
  abstract: '',
  addressees: '',
  recipients: '',
  signerAuthority: '',
  signerTitle: '',
  signerName: '',
  secrecy: 'none',
  circulation: '',
};

function Demo({ first = EMPTY, isAsked = false }: { readonly first?: ReportForm; readonly isAsked?: boolean }) {
  const [form, setForm] = useState(first);
  return (
    <main style={{ padding: 16, maxWidth: 420 }}>
      <h1>Báo cáo</h1>
      <ReportFormFields
        form={form}
        onForm={setForm}
        suggested={{ place: 'Tống Trân', day: '2026-02-05' }}
        isAsked={isAsked}
      />
    </main>
  );
}

describe('the form of a report', () => {
  it.each(LANGUAGES.flatMap((language) => THEMES.map((theme) => [language, theme] as const)))(
    'is accessible in %s, %s, with all its messages',
    async (language, theme) => {
      await page.viewport(460, 1_700);
      show(<Demo first={{ ...EMPTY, number: '5/BC', secrecy: 'mat' }} isAsked />, { language, theme });
      await expect.element(page.getByRole('status')).toBeVisible();
      await picture(`report-form-${language}-${theme}`);
      expect(await violations()).toEqual([]);
    },
  );

  it('fills in place and day where they are offered', async () => {
    show(<Demo />);
    await userEvent.click(page.getByRole('button', { name: 'Điền “Tống Trân”' }));
    await userEvent.click(page.getByRole('button', { name: 'Điền “05/02/2026”' }));
    await expect.element(page.getByRole('textbox', { name: 'Địa danh' })).toHaveValue('Tống Trân');
    await expect.element(page.getByLabelText('Ngày ban hành')).toHaveValue('2026-02-05');
    expect(page.getByRole('button', { name: /Điền/ }).elements()).toHaveLength(0);
  });

  it('tells what is missing only of fields that were left, and what to write instead', async () => {
    show(<Demo />);
    await userEvent.fill(page.getByRole('textbox', { name: 'Số', exact: true }), '15/BC');
    await userEvent.tab();
    await expect.element(page.getByText('Chỉ ghi chữ số, ví dụ 15. Ký hiệu ghi ở ô bên cạnh.')).toBeVisible();
    expect(page.getByText('Chưa ghi trích yếu nội dung.').elements()).toHaveLength(0);
    await userEvent.fill(page.getByRole('textbox', { name: 'Số', exact: true }), '15');
    await expect.element(page.getByText('Chỉ ghi chữ số, ví dụ 15. Ký hiệu ghi ở ô bên cạnh.')).not.toBeInTheDocument();
  });

  it('says with a secrecy marking that the file falls under rules of its own', async () => {
    show(<Demo />);
    await userEvent.click(page.getByRole('button', { name: /Độ mật/ }));
    await userEvent.click(page.getByRole('option', { name: 'Tối mật' }));
    await expect.element(page.getByText('Tệp có độ mật theo quy định riêng của đơn vị')).toBeVisible();
  });
});

describe('a report', () => {
  it('is written and filled into a template in a worker', async () => {
    const label = { label: 'Kỳ', text: 'năm 2025' };
    const report: OfficialReport = {
      form: { ...EMPTY, issuingBody: 'Công an xã Tống Trân', abstract: 'Sơ kết năm 2025' },
      sections: [
        {
          part: 'tinh_hinh',
          heading: { level: 1, title: 'Tình hình' },
          blocks: [{ kind: 'paragraph', text: 'Có 15 vụ.' }],
        },
      ],
      annexes: [{ title: 'Bảng', isLandscape: true, blocks: [] }],
      statement: {
        title: 'Về số liệu',
        period: label,
        filter: label,
        edition: label,
        tier: label,
        dataDay: label,
        simulated: label,
        borderAccuracy: null,
      },
      noData: 'Không có số liệu.',
    };
    const worker = new Worker(new URL('./reportWorker.ts', import.meta.url), { type: 'module' });
    const written = await new Promise<{ readonly report: Uint8Array; readonly filled: Uint8Array | null }>(
      (resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(report);
      },
    );
    worker.terminate();
    for (const bytes of [written.report, written.filled!])
      expect(listZip(bytes)?.map(({ name }) => name)).toContain('word/document.xml');
  });
});
