/** The grades of secrecy of the Law on Protection of State Secrets (2018), as they are marked. */
export const SECRECY_MARKINGS = ['none', 'mat', 'toiMat', 'tuyetMat'] as const;
export type SecrecyMarking = (typeof SECRECY_MARKINGS)[number];

/**
 * What a report's author says of it besides its content: the parts of an administrative document that no data tell. Texts may be empty;
 * several lines are kept apart by a line break.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, II and III
 */
export interface ReportForm {
  /** Whom the issuing body answers to; empty: nobody, as for a company or a cluster. */
  readonly superiorBody: string;
  readonly issuingBody: string;
  /** The number in the register of documents that go out; empty until it is given. */
  readonly number: string;
  /** Type and issuing body in letters, `BC-UBND`. */
  readonly sign: string;
  readonly place: string;
  /** `YYYY-MM-DD`; empty until it is issued. */
  readonly day: string;
  readonly documentType: string;
  readonly abstract: string;
  /** Whom a report to a superior body is addressed to, one a line; empty: it is no such report. */
  readonly addressees: string;
  /** Who gets it, one a line; the last is where it is filed. */
  readonly recipients: string;
  /** For whom the signer signs (`TM. ỦY BAN NHÂN DÂN`), and in whose stead (`KT. CHỦ TỊCH`), one a line. */
  readonly signerAuthority: string;
  readonly signerTitle: string;
  readonly signerName: string;
  readonly secrecy: SecrecyMarking;
  /** What is said of its circulation in a frame, as `LƯU HÀNH NỘI BỘ`; empty: nothing. */
  readonly circulation: string;
}
