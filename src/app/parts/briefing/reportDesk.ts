import { type BriefingId, type ReportForm, SECRECY_MARKINGS } from '../../../domain';
import { reviewReport } from '../../../i18n/vi/reviewReport';
import type { Store } from '../../../store';

const FORM_KEY = 'briefing.reportForm';
const TEMPLATE_KEY = 'briefing.reportTemplate';

/** A unit's own template, as it was chosen. */
export interface KeptTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Desk = Pick<Store, 'desk'>;

const firstReportForm = (abstract: string): ReportForm => ({
  superiorBody: '',
  issuingBody: '',
  number: '',
  sign: '',
  place: '',
  day: '',
  documentType: reviewReport.documentType,
  abstract,
  addressees: '',
  recipients: '',
  signerAuthority: '',
  signerTitle: '',
  signerName: '',
  secrecy: 'none',
  circulation: '',
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A form as it lies on the desk, where an older program may have left another one. */
function asForm(value: unknown, first: ReportForm): ReportForm {
  if (!isRecord(value)) return first;
  const texts = Object.entries(value).filter(([key, text]) => key in first && typeof text === 'string');
  const form = { ...first, ...Object.fromEntries(texts) } as ReportForm;
  return SECRECY_MARKINGS.includes(form.secrecy) ? form : { ...form, secrecy: 'none' };
}

/** The form as this unit filled it last; what is of one report alone only where it is the same one. */
export async function readReportForm({ desk }: Desk, briefingId: BriefingId, abstract: string): Promise<ReportForm> {
  const first = firstReportForm(abstract);
  const kept = await desk.read(FORM_KEY);
  if (!isRecord(kept)) return first;
  const form = asForm(kept.form, first);
  const { number, day } = first;
  return kept.briefingId === briefingId ? form : { ...form, number, day, abstract };
}

export const keepReportForm = async ({ desk }: Desk, briefingId: BriefingId, form: ReportForm): Promise<void> => {
  await desk.write(FORM_KEY, { briefingId, form });
};

export async function readTemplate({ desk }: Desk): Promise<KeptTemplate | null> {
  const kept = await desk.read(TEMPLATE_KEY);
  return isRecord(kept) && typeof kept.name === 'string' && kept.bytes instanceof Uint8Array
    ? { name: kept.name, bytes: kept.bytes }
    : null;
}

export const keepTemplate = ({ desk }: Desk, template: KeptTemplate) => desk.write(TEMPLATE_KEY, template);
export const dropTemplate = ({ desk }: Desk): Promise<void> => desk.clear(TEMPLATE_KEY);
