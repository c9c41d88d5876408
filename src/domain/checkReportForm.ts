import { parsePlainDate } from './plainDate';
import type { ReportForm } from './reportForm';

/** A field of the form that cannot stand so. */
export interface ReportFormFault {
  readonly field: keyof ReportForm;
  readonly kind: 'missing' | 'notANumber' | 'notASign' | 'notADay' | 'tooLong';
}

const NEEDED = ['issuingBody', 'place', 'documentType', 'abstract', 'signerTitle'] as const;
/** Longer texts are no heading and no list of recipients any more. */
const MOST_LINE_CHARS = 300;
const MOST_LIST_CHARS = 2_000;
/** Fields of several lines. */
export const LIST_FIELDS: readonly (keyof ReportForm)[] = [
  'issuingBody',
  'addressees',
  'recipients',
  'signerAuthority',
];

/** How many signs a field takes. */
export const mostChars = (field: keyof ReportForm): number =>
  LIST_FIELDS.includes(field) ? MOST_LIST_CHARS : MOST_LINE_CHARS;

/**
 * What must be mended in a form before a report bears it, in the order of the fields.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, II.3: the number in digits, the sign after a slash and without spaces
 */
export function checkReportForm(form: ReportForm): readonly ReportFormFault[] {
  return (Object.keys(form) as (keyof ReportForm)[]).flatMap((field): ReportFormFault[] => {
    const text = form[field].trim();
    if (text === '') return NEEDED.some((name) => name === field) ? [{ field, kind: 'missing' }] : [];
    if (text.length > mostChars(field)) return [{ field, kind: 'tooLong' }];
    if (field === 'number' && !/^\d{1,6}$/.test(text)) return [{ field, kind: 'notANumber' }];
    if (field === 'sign' && /[\s/]/.test(text)) return [{ field, kind: 'notASign' }];
    if (field === 'day' && parsePlainDate(text) === null) return [{ field, kind: 'notADay' }];
    return [];
  });
}
