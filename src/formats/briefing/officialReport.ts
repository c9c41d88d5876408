import type { PartPlaceholder, ReportForm } from '../../domain';

export interface ReportColumn {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
  /** Its part of the width, in any unit: shares are taken of their sum. */
  readonly share: number;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  /** What is counted, as `Đơn vị tính: vụ`; null where the headings tell. */
  readonly unitLine: string | null;
  readonly columns: readonly ReportColumn[];
  /** Cells as they are read, one per column; a total stands out. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly isTotal: boolean }[];
  /** What has to be said below it, as that counts are small; null: nothing. */
  readonly note: string | null;
}

export interface ReportPicture {
  readonly kind: 'picture';
  readonly png: Uint8Array;
  /** Pixels of the picture, of which only the proportion counts. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly altText: string;
  readonly caption: string;
}

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | ReportTable
  | ReportPicture
  /** A place that the author fills in; `text` says with what. It is marked, so that nobody overlooks it. */
  | { readonly kind: 'author'; readonly text: string };

/** A part of a report that has a place of its own in templates. */
export type ReportPart = Exclude<PartPlaceholder, 'do_mat' | 'kinh_gui' | 've_so_lieu' | 'phu_luc'>;

/** Depth of a heading: I., then 1., then a). */
export type HeadingLevel = 1 | 2 | 3;

export interface ReportHeading {
  readonly level: HeadingLevel;
  readonly title: string;
}

/**
 * A piece of the report's text, of one part or only a heading above others. Several may be of one part. In a template the headings above
 * the parts are the unit's own.
 */
export type ReportSection =
  | {
      readonly part: ReportPart;
      /** Null: text without a heading, as at the beginning and the end. */
      readonly heading: ReportHeading | null;
      readonly blocks: readonly ReportBlock[];
    }
  | { readonly part: null; readonly heading: ReportHeading; readonly blocks: readonly [] };

export interface ReportAnnex {
  readonly title: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly ReportBlock[];
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** What the numbers rest on. Null: nothing is to be said of it. */
export interface DataStatement {
  readonly title: string;
  readonly period: LabelledText;
  readonly filter: LabelledText;
  readonly edition: LabelledText;
  readonly tier: LabelledText;
  readonly dataDay: LabelledText;
  /** Its label stands on every page as well. */
  readonly simulated: LabelledText | null;
  readonly borderAccuracy: LabelledText | null;
}

/** A report as an administrative document, all its texts in the language of the document. */
export interface OfficialReport {
  readonly form: ReportForm;
  readonly sections: readonly ReportSection[];
  readonly annexes: readonly ReportAnnex[];
  readonly statement: DataStatement;
  /** What stands where a template asks for a part that this report has not. */
  readonly noData: string;
}
