import type { ReportForm } from '../../../../src/domain';
import type { OfficialReport, ReportTable } from '../../../../src/formats/briefing/officialReport';
import { greyPng } from './greyPng';

export const sampleForm: ReportForm = {
  superiorBody: 'Ủy ban nhân dân tỉnh Hưng Yên',
  issuingBody: 'Ủy ban nhân dân xã Tống Trân',
  number: '5',
  sign: 'BC-UBND',
  place: 'Tống Trân',
  day: '2026-02-05',
  documentType: 'Báo cáo',
  abstract: 'Sơ kết công tác phối hợp bảo đảm an ninh, trật tự vùng giáp ranh năm 2025',
  addressees: 'Công an tỉnh Hưng Yên\nỦy ban nhân dân tỉnh Hưng Yên',
  recipients: 'Như trên\nĐảng ủy, HĐND, UBND xã\nCác xã, phường trong cụm\nLưu: VT, CAX',
  signerAuthority: 'TM. Ủy ban nhân dân\nKT. Chủ tịch',
  signerTitle: 'Phó Chủ tịch',
  signerName: 'Nguyễn Văn Bình',
  secrecy: 'mat',
  circulation: 'Lưu hành nội bộ',
};

export const byMember: ReportTable = {
  kind: 'table',
  caption: 'Vụ việc và vi phạm theo đơn vị, so với kỳ trước',
  unitLine: 'Đơn vị tính: vụ, người',
  columns: [
    { heading: 'Đơn vị', align: 'left', share: 3 },
    { heading: 'Vụ việc', align: 'right', share: 1 },
    { heading: 'Người', align: 'right', share: 1 },
    { heading: 'Kỳ trước', align: 'right', share: 1 },
  ],
  rows: [
    { cells: ['Huyện Phù Cừ', '7', '9', '11'], isTotal: false },
    { cells: ['Huyện Ninh Giang', '5', '6', '4'], isTotal: false },
    { cells: ['Huyện Quỳnh Phụ', '3', '4', '6'], isTotal: false },
    { cells: ['Tổng số', '15', '19', '21'], isTotal: true },
  ],
  note: 'Số nhỏ: chênh lệch vài vụ chưa nói lên xu hướng.',
};

/** A table that goes over several pages. */
export const longTable: ReportTable = {
  kind: 'table',
  caption: 'Vụ việc theo từng đường giáp ranh và từng tháng',
  unitLine: 'Đơn vị tính: vụ',
  columns: [
    { heading: 'Đường giáp ranh', align: 'left', share: 5 },
    ...Array.from({ length: 12 }, (_, i) => ({ heading: `Th. ${i + 1}`, align: 'right' as const, share: 1 })),
  ],
  rows: Array.from({ length: 36 }, (_, row) => ({
    cells: [
      `Xã Tống Trân – xã Nguyễn Du, đoạn ${row + 1}`,
      ...Array.from({ length: 12 }, (__, month) => String((row * 7 + month * 3) % 10)),
    ],
    isTotal: false,
  })),
  note: null,
};

/** All that a report may hold. */
export const sampleReport: OfficialReport = {
  form: sampleForm,
  sections: [
    {
      part: 'mo_dau',
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: 'Thực hiện Quy chế phối hợp giữa các đơn vị giáp ranh ký ngày 24/01/2018, Ủy ban nhân dân xã Tống Trân báo cáo sơ kết công tác phối hợp bảo đảm an ninh, trật tự vùng giáp ranh từ ngày 01/01/2025 đến ngày 31/12/2025 như sau:',
        },
      ],
    },
    {
      part: 'tinh_hinh',
      heading: { level: 1, title: 'Tình hình' },
      blocks: [
        {
          kind: 'paragraph',
          text: 'Trong kỳ có 15 vụ việc với 19 người, kỳ trước có 21 vụ. Mức giảm 6 vụ nằm trong khoảng dao động thường gặp của số nhỏ.',
        },
        {
          kind: 'list',
          items: [
            'Đánh bạc: 6 vụ, 9 người;',
            'Trộm cắp tài sản: 5 vụ, 5 người;',
            'Cố ý gây thương tích: 4 vụ, 5 người.',
          ],
        },
        {
          kind: 'picture',
          png: greyPng(800, 500),
          widthPx: 800,
          heightPx: 500,
          altText: 'Bản đồ vùng giáp ranh với 15 vụ việc',
          caption: 'Vụ việc trong vùng giáp ranh',
        },
      ],
    },
    { part: null, heading: { level: 1, title: 'Kết quả theo số liệu' }, blocks: [] },
    { part: 'vu_viec_theo_don_vi', heading: { level: 2, title: 'Theo đơn vị' }, blocks: [byMember] },
    {
      part: 'doan_trong_diem',
      heading: { level: 2, title: 'Đoạn trọng điểm' },
      blocks: [{ kind: 'paragraph', text: 'Đoạn km 2,1 đến km 3,4 có 6 vụ, chiếm 40 % số vụ trên 8 % chiều dài.' }],
    },
    {
      part: 'doan_trong_diem',
      heading: { level: 3, title: 'Cách tính' },
      blocks: [{ kind: 'paragraph', text: 'Đường giáp ranh được chia thành đoạn 500 m.' }],
    },
    {
      part: 'danh_gia',
      heading: { level: 1, title: 'Đánh giá' },
      blocks: [{ kind: 'author', text: 'Phần đánh giá do tác giả viết: ưu điểm, hạn chế, nguyên nhân.' }],
    },
    {
      part: 'ket_thuc',
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: 'Trên đây là báo cáo sơ kết công tác phối hợp vùng giáp ranh năm 2025, kính báo cáo cấp trên./.',
        },
      ],
    },
  ],
  annexes: [
    { title: 'Vụ việc theo đường và tháng', isLandscape: true, blocks: [longTable] },
    {
      title: 'Bản đồ',
      isLandscape: false,
      blocks: [
        {
          kind: 'picture',
          png: greyPng(500, 900),
          widthPx: 500,
          heightPx: 900,
          altText: 'Bản đồ các đoạn trọng điểm',
          caption: 'Các đoạn trọng điểm',
        },
      ],
    },
  ],
  statement: {
    title: 'Về số liệu trong báo cáo',
    period: { label: 'Kỳ', text: 'từ 01/01/2025 đến 31/12/2025; so với 01/01/2024 đến 31/12/2024' },
    filter: { label: 'Bộ lọc', text: 'mọi loại vụ việc, trong vùng 500 m' },
    edition: { label: 'Địa giới', text: 'theo kỳ địa giới từ 01/7/2025' },
    tier: { label: 'Mức dữ liệu', text: 'nội bộ' },
    dataDay: { label: 'Số liệu đến', text: '31/01/2026' },
    simulated: { label: 'Dữ liệu mô phỏng', text: '15 trong 15 vụ việc' },
    borderAccuracy: { label: 'Độ chính xác của đường giáp ranh', text: '2 đường gần đúng, ±150 m' },
  },
  noData: 'Không có số liệu trong kỳ.',
};
