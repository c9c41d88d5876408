import type { ReportForm, ReportFormFault, ReportPlaceholder, TemplateFileFault, TemplatePlace } from '../../domain';
import type { ProblemWords } from './problems';

const FIELD: Record<keyof ReportForm, string> = {
  superiorBody: 'Cơ quan chủ quản trực tiếp',
  issuingBody: 'Cơ quan, đơn vị ban hành',
  number: 'Số',
  sign: 'Ký hiệu',
  place: 'Địa danh',
  day: 'Ngày ban hành',
  documentType: 'Tên loại văn bản',
  abstract: 'Trích yếu nội dung',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  signerAuthority: 'Quyền hạn của người ký',
  signerTitle: 'Chức vụ của người ký',
  signerName: 'Họ và tên người ký',
  secrecy: 'Độ mật',
  circulation: 'Phạm vi lưu hành',
};

const PLACEHOLDER: Record<ReportPlaceholder, string> = {
  co_quan_chu_quan: 'cơ quan chủ quản trực tiếp',
  co_quan_ban_hanh: 'cơ quan ban hành',
  so_ky_hieu: 'số và ký hiệu',
  dia_danh_ngay: 'địa danh, ngày tháng năm',
  ten_loai: 'tên loại văn bản',
  trich_yeu: 'trích yếu nội dung',
  quyen_han_ky: 'quyền hạn của người ký (TM., KT., TL.)',
  chuc_vu_ky: 'chức vụ của người ký',
  ho_ten_ky: 'họ và tên người ký',
  noi_nhan: 'danh sách nơi nhận',
  pham_vi_luu_hanh: 'phạm vi lưu hành',
  du_lieu_mo_phong: 'dòng báo dữ liệu mô phỏng',
  do_mat: 'dấu chỉ độ mật',
  kinh_gui: 'Kính gửi',
  mo_dau: 'đoạn mở đầu',
  tinh_hinh: 'tình hình chung',
  vu_viec_theo_don_vi: 'bảng vụ việc theo đơn vị',
  vu_viec_theo_duong: 'bảng vụ việc theo đường giáp ranh',
  vu_viec_theo_tinh_chat: 'bảng vụ việc và vi phạm',
  vu_viec_theo_loai: 'bảng theo loại vụ việc',
  doan_trong_diem: 'các đoạn trọng điểm',
  tuan_tra: 'tuần tra chung và mức phủ',
  tuyen_truyen: 'hội nghị, phát thanh',
  danh_gia: 'phần đánh giá do tác giả viết',
  nhiem_vu: 'nhiệm vụ thời gian tới',
  ket_thuc: 'đoạn kết',
  ve_so_lieu: 'kỳ, bộ lọc, địa giới, mức dữ liệu, ngày số liệu',
  phu_luc: 'các phụ lục',
};

const FILE_FAULT: Record<TemplateFileFault, readonly [detail: string, remedy: string]> = {
  notZip: ['Tệp không phải văn bản Word.', 'Hãy chọn tệp .docx do Word lưu.'],
  encrypted: ['Tệp có mật khẩu.', 'Mở trong Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ tài liệu), lưu rồi chọn lại.'],
  oldWord: ['Tệp thuộc Word đời cũ (.doc).', 'Mở trong Word, chọn Lưu thành › Tài liệu Word (.docx).'],
  otherFile: ['Tệp là bảng tính, bản trình chiếu hoặc tệp nén khác.', 'Hãy chọn tệp .docx do Word lưu.'],
  dotx: ['Tệp là khuôn mẫu của Word (.dotx).', 'Mở trong Word, chọn Lưu thành › Tài liệu Word (.docx).'],
  docm: ['Tệp có macro.', 'Mở trong Word, chọn Lưu thành › Tài liệu Word (.docx), không kèm macro.'],
  broken: ['Nội dung tệp bị hỏng.', 'Mở trong Word để sửa, lưu lại; hoặc lấy mẫu mới rồi chỉnh lại.'],
};

const PART: Record<TemplatePlace['part'], string> = {
  body: 'phần nội dung',
  header: 'đầu trang',
  footer: 'chân trang',
  note: 'chú thích cuối trang',
  box: 'hộp chữ',
};

const named = (name: string): string => `{{${name}}}`;
const where = ({ part, excerpt }: TemplatePlace): string => `Ở ${PART[part]}, đoạn “${excerpt}”.`;

export const officialReport = {
  // Biểu mẫu
  issuer: 'Cơ quan ban hành',
  document: 'Văn bản',
  signer: 'Người ký và nơi nhận',
  marking: 'Độ mật và phạm vi lưu hành',
  field: FIELD,
  hint: {
    superiorBody: 'Bỏ trống nếu không có. Được viết tắt cụm từ thông dụng: UBND tỉnh …',
    issuingBody: 'Ghi chữ thường, văn bản tự in hoa. Tên dài: xuống dòng ở chỗ muốn ngắt.',
    number: 'Bỏ trống để văn thư ghi.',
    sign: 'Ví dụ BC-UBND.',
    day: 'Bỏ trống để văn thư ghi.',
    abstract: 'Ví dụ: Sơ kết công tác phối hợp vùng giáp ranh năm 2025.',
    addressees: 'Mỗi nơi một dòng. Chỉ khi gửi cấp trên.',
    recipients: 'Mỗi nơi một dòng, dòng cuối là nơi lưu. Dấu gạch đầu dòng và dấu câu tự thêm.',
    signerAuthority: 'Mỗi dòng một quyền hạn: TM. Ủy ban nhân dân, KT. Chủ tịch.',
    circulation: 'Ví dụ: Lưu hành nội bộ. In trong khung ở đầu trang thứ nhất.',
  } as Partial<Record<keyof ReportForm, string>>,
  secrecy: { none: 'Không', mat: 'Mật', toiMat: 'Tối mật', tuyetMat: 'Tuyệt mật' },
  secrecyTitle: 'Tệp có độ mật theo quy định riêng của đơn vị',
  secrecyDetail:
    'Chương trình chỉ in dấu, không bảo vệ tệp. Pháp luật về bảo vệ bí mật nhà nước cấm soạn, lưu tài liệu mật trên máy đã hoặc đang nối mạng, trừ trường hợp được phép.',
  use: (text: string) => `Điền “${text}”`,
  fault: {
    missing: (field: keyof ReportForm) => `Chưa ghi ${FIELD[field].toLocaleLowerCase('vi')}.`,
    notANumber: () => 'Chỉ ghi chữ số, ví dụ 15. Ký hiệu ghi ở ô bên cạnh.',
    notASign: () => 'Không có dấu cách, không có gạch chéo, ví dụ BC-UBND.',
    notADay: () => 'Ngày này không có trong lịch. Chọn lại, hoặc xoá để bỏ trống.',
    tooLong: (_: keyof ReportForm, most: string) => `Dài quá ${most} ký tự. Hãy rút gọn.`,
  } satisfies Record<ReportFormFault['kind'], (field: keyof ReportForm, most: string) => string>,

  // Mẫu báo cáo
  placeholder: PLACEHOLDER,
  placeholderName: named,
  problem: {
    templateTooLarge: (size: string, limit: string): ProblemWords => ({
      title: 'Tệp mẫu quá lớn',
      detail: `Tệp có ${size}, nhiều nhất là ${limit}.`,
      remedy: 'Bỏ bớt ảnh trong mẫu, hoặc nén ảnh trong Word, rồi chọn lại.',
    }),
    notATemplate: (fault: TemplateFileFault): ProblemWords => ({
      title: 'Không dùng được tệp này làm mẫu',
      detail: FILE_FAULT[fault][0],
      remedy: FILE_FAULT[fault][1],
    }),
    unknownPlaceholder: (name: string, nearest: ReportPlaceholder | null, place: TemplatePlace): ProblemWords => ({
      title: `Không có chỗ điền ${named(name)}`,
      detail: where(place),
      remedy: nearest
        ? `Có lẽ là ${named(nearest)} (${PLACEHOLDER[nearest]}). Sửa trong Word rồi chọn lại.`
        : 'Xoá chỗ điền này trong Word, hoặc thay bằng một chỗ điền trong danh sách.',
    }),
    brokenPlaceholder: (text: string, place: TemplatePlace): ProblemWords => ({
      title: `Chỗ điền viết dở: “${text}”`,
      detail: where(place),
      remedy: 'Mỗi chỗ điền có hai dấu { ở đầu và hai dấu } ở cuối, nằm trọn trong một đoạn.',
    }),
    placeholderNotAlone: (name: ReportPlaceholder, place: TemplatePlace): ProblemWords => ({
      title: `${named(name)} phải đứng một mình một đoạn`,
      detail: `${where(place)} Chỗ này có thể là bảng hoặc hình, nên chữ cùng đoạn sẽ mất.`,
      remedy: 'Trong Word, xuống dòng trước và sau chỗ điền.',
    }),
    placeholderMisplaced: (
      name: ReportPlaceholder,
      reason: 'notInBody' | 'notLast',
      place: TemplatePlace,
    ): ProblemWords =>
      reason === 'notLast'
        ? {
            title: `${named(name)} phải ở cuối văn bản`,
            detail: `Sau đó còn đoạn “${place.excerpt}”. Phụ lục bắt đầu ở trang mới, có thể là trang ngang.`,
            remedy: 'Chuyển đoạn đó lên trước phụ lục.',
          }
        : {
            title: `${named(name)} phải ở phần nội dung`,
            detail: where(place),
            remedy: 'Chuyển chỗ điền ra khỏi đầu trang, chân trang, hộp chữ; phụ lục cũng không nằm trong bảng.',
          },
    unreachablePlaceholder: (name: ReportPlaceholder, place: TemplatePlace): ProblemWords => ({
      title: `Không điền được ${named(name)}`,
      detail: `${where(place)} Có thể đoạn này còn sửa đổi chưa chấp nhận.`,
      remedy: 'Trong Word, chọn Xem lại › Chấp nhận mọi thay đổi, lưu rồi chọn lại.',
    }),
    missingPlaceholder: (name: ReportPlaceholder, isNeeded: boolean): ProblemWords =>
      isNeeded
        ? {
            title: `Mẫu thiếu ${named(name)}`,
            detail: `Báo cáo nào cũng phải nói rõ: ${PLACEHOLDER[name]}.`,
            remedy: 'Thêm chỗ điền này vào một đoạn riêng, thường ở cuối.',
          }
        : {
            title: `Mẫu không có ${named(name)}`,
            detail: `Báo cáo sẽ không có: ${PLACEHOLDER[name]}.`,
            remedy: 'Không cần thì để vậy. Nếu cần, thêm chỗ điền này vào mẫu.',
          },
  },
};
