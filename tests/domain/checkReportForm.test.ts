import { describe, expect, it } from 'vitest';
import { checkReportForm, type ReportForm } from '../../src/domain';

const form: ReportForm = {
  superiorBody: '',
  issuingBody: 'Công an xã Tống Trân',
  number: '15',
  sign: 'BC-CAX',
  place: 'Tống Trân',
  day: '2026-02-05',
  documentType: 'Báo cáo',
  abstract: 'Sơ kết',
  addressees: '',
  recipients: '',
  signerAuthority: '',
  signerTitle: 'Trưởng Công an xã',
  signerName: '',
  secrecy: 'none',
  circulation: '',
};

describe('checkReportForm', () => {
  it('finds nothing wrong with a form that is filled in, nor with number and day that are left open', () => {
    expect(checkReportForm(form)).toEqual([]);
    expect(checkReportForm({ ...form, number: '', day: '', sign: '' })).toEqual([]);
  });

  it.each([
    ['issuingBody', ' ', 'missing'],
    ['place', '', 'missing'],
    ['documentType', '', 'missing'],
    ['abstract', '\n', 'missing'],
    ['signerTitle', '', 'missing'],
    ['number', '15/BC', 'notANumber'],
    ['number', '-3', 'notANumber'],
    ['sign', 'BC UBND', 'notASign'],
    ['sign', '/BC-UBND', 'notASign'],
    ['day', '2026-02-30', 'notADay'],
    ['abstract', 'a'.repeat(301), 'tooLong'],
    ['recipients', 'a'.repeat(2_001), 'tooLong'],
  ] as const)('tells what is wrong with %s "%.20s"', (field, text, kind) => {
    expect(checkReportForm({ ...form, [field]: text })).toEqual([{ field, kind }]);
  });

  it('takes long lists of recipients', () => {
    expect(checkReportForm({ ...form, recipients: 'Công an xã\n'.repeat(100) })).toEqual([]);
  });
});
