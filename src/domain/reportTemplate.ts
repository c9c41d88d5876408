/**
 * The places that a report's template may have, as they are written between double braces. The first ones stand for a few words within a
 * line; the others for a part of the report, which may hold tables and pictures, in a paragraph of their own.
 */
export const TEXT_PLACEHOLDERS = [
  'co_quan_chu_quan',
  'co_quan_ban_hanh',
  'so_ky_hieu',
  'dia_danh_ngay',
  'ten_loai',
  'trich_yeu',
  'quyen_han_ky',
  'chuc_vu_ky',
  'ho_ten_ky',
  'noi_nhan',
  'pham_vi_luu_hanh',
  'du_lieu_mo_phong',
] as const;
export const PART_PLACEHOLDERS = [
  'do_mat',
  'kinh_gui',
  'mo_dau',
  'tinh_hinh',
  'vu_viec_theo_don_vi',
  'vu_viec_theo_duong',
  'vu_viec_theo_tinh_chat',
  'vu_viec_theo_loai',
  'doan_trong_diem',
  'tuan_tra',
  'tuyen_truyen',
  'danh_gia',
  'nhiem_vu',
  'ket_thuc',
  've_so_lieu',
  'phu_luc',
] as const;
export type TextPlaceholder = (typeof TEXT_PLACEHOLDERS)[number];
export type PartPlaceholder = (typeof PART_PLACEHOLDERS)[number];
export type ReportPlaceholder = TextPlaceholder | PartPlaceholder;

/** Where in a template: the part of the file, and how the paragraph begins. */
export interface TemplatePlace {
  readonly part: 'body' | 'header' | 'footer' | 'note' | 'box';
  readonly excerpt: string;
}

/** Why a file is no template at all. `dotx` and `docm` are other files of Word; `broken`: its XML cannot be read. */
export type TemplateFileFault = 'notZip' | 'encrypted' | 'oldWord' | 'otherFile' | 'dotx' | 'docm' | 'broken';

/** What may be wrong with a template. Only a missing placeholder that is not needed leaves it usable. */
export type ReportTemplateProblem =
  | { readonly kind: 'templateTooLarge'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'notATemplate'; readonly fault: TemplateFileFault }
  | {
      readonly kind: 'unknownPlaceholder';
      readonly name: string;
      readonly nearest: ReportPlaceholder | null;
      readonly place: TemplatePlace;
    }
  /** Braces that open or close nothing. */
  | { readonly kind: 'brokenPlaceholder'; readonly text: string; readonly place: TemplatePlace }
  | { readonly kind: 'placeholderNotAlone'; readonly name: PartPlaceholder; readonly place: TemplatePlace }
  | {
      readonly kind: 'placeholderMisplaced';
      readonly name: PartPlaceholder;
      /** `notInBody`: parts go into the text, not into heads and boxes. `notLast`: annexes begin pages of their own, after all else. */
      readonly reason: 'notInBody' | 'notLast';
      readonly place: TemplatePlace;
    }
  /** It stands where nothing can be put in, as in text that a tracked change has moved away. */
  | { readonly kind: 'unreachablePlaceholder'; readonly name: ReportPlaceholder; readonly place: TemplatePlace }
  | { readonly kind: 'missingPlaceholder'; readonly name: ReportPlaceholder; readonly isNeeded: boolean };
