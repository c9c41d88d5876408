import type { ReportForm, ReportFormFault, ReportPlaceholder, TemplateFileFault, TemplatePlace } from '../../domain';
import type { officialReport as Words } from '../vi/officialReport';
import type { ProblemWords } from '../vi/problems';

const FIELD: Record<keyof ReportForm, string> = {
  superiorBody: 'Superior body',
  issuingBody: 'Issuing body',
  number: 'Number',
  sign: 'Sign',
  place: 'Place',
  day: 'Day of issue',
  documentType: 'Type of document',
  abstract: 'Abstract',
  addressees: 'Addressees (Kính gửi)',
  recipients: 'Recipients (Nơi nhận)',
  signerAuthority: 'Authority of the signer',
  signerTitle: 'Title of the signer',
  signerName: 'Name of the signer',
  secrecy: 'Secrecy',
  circulation: 'Circulation',
};

const PLACEHOLDER: Record<ReportPlaceholder, string> = {
  co_quan_chu_quan: 'the superior body',
  co_quan_ban_hanh: 'the issuing body',
  so_ky_hieu: 'number and sign',
  dia_danh_ngay: 'place and date',
  ten_loai: 'the type of the document',
  trich_yeu: 'the abstract',
  quyen_han_ky: 'the authority of the signer (TM., KT., TL.)',
  chuc_vu_ky: 'the title of the signer',
  ho_ten_ky: 'the name of the signer',
  noi_nhan: 'the list of recipients',
  pham_vi_luu_hanh: 'the circulation',
  du_lieu_mo_phong: 'the line that says that data are simulated',
  do_mat: 'the stamp of secrecy',
  kinh_gui: 'the addressees',
  mo_dau: 'the opening paragraph',
  tinh_hinh: 'the general situation',
  vu_viec_theo_don_vi: 'the table of incidents by unit',
  vu_viec_theo_duong: 'the table of incidents by border line',
  vu_viec_theo_tinh_chat: 'the table of cases and violations',
  vu_viec_theo_loai: 'the table by category of incident',
  doan_trong_diem: 'the hot stretches',
  tuan_tra: 'joint patrols and their coverage',
  tuyen_truyen: 'meetings and broadcasts',
  danh_gia: 'the assessment, which the author writes',
  nhiem_vu: 'the tasks ahead',
  ket_thuc: 'the closing paragraph',
  ve_so_lieu: 'period, filter, boundaries, tier and day of the data',
  phu_luc: 'the annexes',
};

const FILE_FAULT: Record<TemplateFileFault, readonly [detail: string, remedy: string]> = {
  notZip: ['The file is no document of Word.', 'Choose a .docx that Word has saved.'],
  encrypted: [
    'The file has a password.',
    'Open it in Word, take the password off (File › Info › Protect Document), save it and choose it again.',
  ],
  oldWord: ['The file is of an older Word (.doc).', 'Open it in Word and choose Save As › Word Document (.docx).'],
  otherFile: ['The file is a workbook, a presentation or another archive.', 'Choose a .docx that Word has saved.'],
  dotx: ['The file is a Word template (.dotx).', 'Open it in Word and choose Save As › Word Document (.docx).'],
  docm: ['The file has macros.', 'Open it in Word and choose Save As › Word Document (.docx), without macros.'],
  broken: [
    'The contents of the file are damaged.',
    'Open it in Word to mend it and save it; or take a new template and adapt it again.',
  ],
};

const PART: Record<TemplatePlace['part'], string> = {
  body: 'the text',
  header: 'the header',
  footer: 'the footer',
  note: 'a note',
  box: 'a text box',
};

const named = (name: string): string => `{{${name}}}`;
const where = ({ part, excerpt }: TemplatePlace): string => `In ${PART[part]}, paragraph “${excerpt}”.`;

export const officialReport: typeof Words = {
  issuer: 'Issuing body',
  document: 'Document',
  signer: 'Signer and recipients',
  marking: 'Secrecy and circulation',
  field: FIELD,
  hint: {
    superiorBody: 'Empty where there is none. Usual abbreviations are allowed: UBND tỉnh …',
    issuingBody: 'In small letters; the document has it in capitals. A long name: begin a new line where it may break.',
    number: 'Empty: the clerk writes it in.',
    sign: 'For example BC-UBND.',
    day: 'Empty: the clerk writes it in.',
    abstract: 'For example: Sơ kết công tác phối hợp vùng giáp ranh năm 2025.',
    addressees: 'One a line. Only for a report to a superior body.',
    recipients: 'One a line, the last is where it is filed. Dashes and stops are added.',
    signerAuthority: 'One a line: TM. Ủy ban nhân dân, KT. Chủ tịch.',
    circulation: 'For example: Lưu hành nội bộ. In a frame at the top of the first page.',
  },
  secrecy: {
    none: 'None',
    mat: 'Mật (confidential)',
    toiMat: 'Tối mật (secret)',
    tuyetMat: 'Tuyệt mật (top secret)',
  },
  secrecyTitle: 'A file with a secrecy marking falls under the unit’s own rules',
  secrecyDetail:
    'The program prints the stamp and does not protect the file. The law on state secrets forbids to write or keep secret documents on a computer that is or was connected to a network, save where it is allowed.',
  use: (text: string) => `Fill in “${text}”`,
  fault: {
    missing: (field: keyof ReportForm) => `${FIELD[field]} is missing.`,
    notANumber: () => 'Digits only, such as 15. The sign has a field of its own.',
    notASign: () => 'No spaces and no slash, such as BC-UBND.',
    notADay: () => 'The calendar has no such day. Choose another, or clear it to leave it open.',
    tooLong: (_: keyof ReportForm, most: string) => `Longer than ${most} characters. Shorten it.`,
  } satisfies Record<ReportFormFault['kind'], (field: keyof ReportForm, most: string) => string>,

  placeholder: PLACEHOLDER,
  placeholderName: named,
  problem: {
    templateTooLarge: (size: string, limit: string): ProblemWords => ({
      title: 'The template is too large',
      detail: `The file has ${size}, at most ${limit} are taken.`,
      remedy: 'Take pictures out of the template, or compress them in Word, and choose it again.',
    }),
    notATemplate: (fault: TemplateFileFault): ProblemWords => ({
      title: 'This file is no template',
      detail: FILE_FAULT[fault][0],
      remedy: FILE_FAULT[fault][1],
    }),
    unknownPlaceholder: (name: string, nearest: ReportPlaceholder | null, place: TemplatePlace): ProblemWords => ({
      title: `There is no placeholder ${named(name)}`,
      detail: where(place),
      remedy: nearest
        ? `${named(nearest)} may be meant (${PLACEHOLDER[nearest]}). Mend it in Word and choose the file again.`
        : 'Take it out in Word, or write one of the list instead.',
    }),
    brokenPlaceholder: (text: string, place: TemplatePlace): ProblemWords => ({
      title: `A placeholder is not whole: “${text}”`,
      detail: where(place),
      remedy: 'Each has two { before and two } behind it, all within one paragraph.',
    }),
    placeholderNotAlone: (name: ReportPlaceholder, place: TemplatePlace): ProblemWords => ({
      title: `${named(name)} needs a paragraph of its own`,
      detail: `${where(place)} It may become a table or a picture, and other words of the paragraph would be lost.`,
      remedy: 'In Word, begin a new paragraph before and after it.',
    }),
    placeholderMisplaced: (
      name: ReportPlaceholder,
      reason: 'notInBody' | 'notLast',
      place: TemplatePlace,
    ): ProblemWords =>
      reason === 'notLast'
        ? {
            title: `${named(name)} has to be last`,
            detail: `The paragraph “${place.excerpt}” comes after it. Annexes begin new pages, which may be turned.`,
            remedy: 'Move that paragraph above the annexes.',
          }
        : {
            title: `${named(name)} has to stand in the text`,
            detail: where(place),
            remedy: 'Move it out of the header, the footer or the box; annexes cannot stand in a table either.',
          },
    unreachablePlaceholder: (name: ReportPlaceholder, place: TemplatePlace): ProblemWords => ({
      title: `${named(name)} cannot be filled in`,
      detail: `${where(place)} There may be changes in it that nobody has accepted.`,
      remedy: 'In Word, choose Review › Accept All Changes, save the file and choose it again.',
    }),
    missingPlaceholder: (name: ReportPlaceholder, isNeeded: boolean): ProblemWords =>
      isNeeded
        ? {
            title: `The template lacks ${named(name)}`,
            detail: `Every report has to say: ${PLACEHOLDER[name]}.`,
            remedy: 'Add it in a paragraph of its own, as a rule at the end.',
          }
        : {
            title: `The template does without ${named(name)}`,
            detail: `The report will not have: ${PLACEHOLDER[name]}.`,
            remedy: 'Leave it so, or add the placeholder to the template.',
          },
  },
};
