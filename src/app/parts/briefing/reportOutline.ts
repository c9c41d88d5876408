import type { ReportHeading, ReportPart, ReportSection } from '../../../formats/briefing/officialReport';
import { reviewReport } from '../../../i18n/vi/reviewReport';

const { headings } = reviewReport;
const first = (title: string): ReportHeading => ({ level: 1, title });
const second = (title: string): ReportHeading => ({ level: 2, title });
const part = (name: ReportPart, heading: ReportHeading | null) => ({ part: name, heading });
const above = (title: string) => ({ part: null, heading: first(title) });

/** The parts of a review report in their order, with what stands above each. */
export const REPORT_OUTLINE: readonly Pick<ReportSection, 'part' | 'heading'>[] = [
  part('mo_dau', null),
  part('tinh_hinh', first(headings.tinh_hinh)),
  above(headings.byData),
  part('vu_viec_theo_don_vi', second(headings.vu_viec_theo_don_vi)),
  part('vu_viec_theo_duong', second(headings.vu_viec_theo_duong)),
  part('vu_viec_theo_tinh_chat', second(headings.vu_viec_theo_tinh_chat)),
  part('vu_viec_theo_loai', second(headings.vu_viec_theo_loai)),
  part('doan_trong_diem', first(headings.doan_trong_diem)),
  above(headings.together),
  part('tuan_tra', second(headings.tuan_tra)),
  part('tuyen_truyen', second(headings.tuyen_truyen)),
  part('danh_gia', first(headings.danh_gia)),
  part('nhiem_vu', first(headings.nhiem_vu)),
  part('ket_thuc', null),
];
