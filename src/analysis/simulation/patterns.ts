import type { Category, IncidentKind } from '../../domain';

/** What simulated incidents of one kind and category are like. */
export interface Pattern {
  readonly category: Category;
  /** How often, against the others of its kind. */
  readonly weight: number;
  /** Weights of the parts of the day: 0–5, 5–8, 8–11, 11–14, 14–17, 17–20, 20–24 o'clock. */
  readonly hours: readonly number[];
  /** How many of ten the people report; patrols find the others. */
  readonly reportedOfTen: number;
  /** How many of ten have no known moment, only the hours between which they happened. */
  readonly spansOfTen: number;
  readonly summaries: readonly string[];
}

/** Where the parts of `Pattern.hours` begin; the last one ends at 24. */
export const HOUR_PARTS = [0, 5, 8, 11, 14, 17, 20, 24] as const;

const NIGHT = [4, 1, 0.5, 0.5, 0.7, 2, 5];
const EVENING = [1, 0.3, 0.5, 1, 1.5, 3, 4];
const OFFICE = [0, 0.5, 5, 1.5, 5, 0.7, 0.1];
const ROAD = [0.5, 2, 2, 1.5, 2, 4, 3];

/** Places and deeds only, never a person. */
export const PATTERNS: Readonly<Record<IncidentKind, readonly Pattern[]>> = {
  criminal: [
    {
      category: 'drugs',
      weight: 5,
      hours: NIGHT,
      reportedOfTen: 3,
      spansOfTen: 0,
      summaries: [
        'Tàng trữ trái phép chất ma tuý tại khu vực chân cầu.',
        'Mua bán lẻ chất ma tuý trên đường đê giáp ranh.',
        'Tổ chức sử dụng trái phép chất ma tuý tại lán trông bãi.',
      ],
    },
    {
      category: 'theft',
      weight: 5,
      hours: NIGHT,
      reportedOfTen: 9,
      spansOfTen: 6,
      summaries: [
        'Trộm cắp xe máy để trước cổng nhà.',
        'Trộm cắp máy bơm nước ngoài đồng.',
        'Trộm cắp vật liệu tại bãi tập kết ven sông.',
        'Trộm chó, gia cầm ban đêm.',
      ],
    },
    {
      category: 'loanSharking',
      weight: 2,
      hours: EVENING,
      reportedOfTen: 8,
      spansOfTen: 0,
      summaries: ['Cho vay lãi nặng trong giao dịch dân sự.', 'Đòi nợ thuê gây áp lực, ném chất bẩn vào nhà.'],
    },
    {
      category: 'publicOrder',
      weight: 2,
      hours: EVENING,
      reportedOfTen: 8,
      spansOfTen: 0,
      summaries: ['Cố ý gây thương tích sau xô xát tại quán.', 'Gây rối trật tự công cộng giữa hai nhóm thanh niên.'],
    },
    {
      category: 'socialVice',
      weight: 1,
      hours: EVENING,
      reportedOfTen: 4,
      spansOfTen: 0,
      summaries: ['Đánh bạc ăn tiền tại nhà hoang ven đê.'],
    },
    {
      category: 'trafficking',
      weight: 0.2,
      hours: OFFICE,
      reportedOfTen: 9,
      spansOfTen: 4,
      summaries: ['Nghi vấn lừa đưa người đi làm việc ở nơi khác, chuyển cấp trên xác minh.'],
    },
  ],
  administrative: [
    {
      category: 'traffic',
      weight: 15,
      hours: ROAD,
      reportedOfTen: 2,
      spansOfTen: 0,
      summaries: [
        'Xe chở quá tải chạy trên mặt đê.',
        'Điều khiển xe máy không đội mũ bảo hiểm, chở quá số người.',
        'Vi phạm nồng độ cồn khi điều khiển xe máy.',
        'Tụ tập nẹt pô, chạy xe tốc độ cao.',
        'Va chạm giao thông tại ngã ba giáp ranh.',
      ],
    },
    {
      category: 'publicOrder',
      weight: 9,
      hours: EVENING,
      reportedOfTen: 8,
      spansOfTen: 0,
      summaries: ['Gây mất trật tự tại quán hát ban đêm.', 'Đánh nhau, xô xát sau khi uống rượu.', 'Tàng trữ pháo nổ.'],
    },
    {
      category: 'socialVice',
      weight: 7,
      hours: EVENING,
      reportedOfTen: 5,
      spansOfTen: 0,
      summaries: ['Đá gà ăn tiền ngoài bãi.', 'Ghi số đề tại quán nước.', 'Đánh bài ăn tiền quy mô nhỏ.'],
    },
    {
      category: 'environment',
      weight: 5,
      hours: [4, 2, 1, 1, 1, 1, 3],
      reportedOfTen: 5,
      spansOfTen: 3,
      summaries: [
        'Hút cát trái phép trên sông.',
        'Đổ phế thải xây dựng xuống chân đê.',
        'Xả nước thải chăn nuôi ra mương chung.',
      ],
    },
    {
      category: 'landDispute',
      weight: 5,
      hours: OFFICE,
      reportedOfTen: 9,
      spansOfTen: 0,
      summaries: [
        'Tranh chấp ranh đất canh tác giữa hai xã.',
        'Lấn chiếm đất công ven đê làm lán.',
        'Cản trở đo đạc giải phóng mặt bằng.',
      ],
    },
    {
      category: 'drugs',
      weight: 4,
      hours: NIGHT,
      reportedOfTen: 4,
      spansOfTen: 0,
      summaries: ['Sử dụng trái phép chất ma tuý.'],
    },
    {
      category: 'theft',
      weight: 2,
      hours: NIGHT,
      reportedOfTen: 9,
      spansOfTen: 5,
      summaries: ['Trộm cắp vặt nông sản ngoài ruộng.'],
    },
    {
      category: 'other',
      weight: 1,
      hours: OFFICE,
      reportedOfTen: 6,
      spansOfTen: 0,
      summaries: ['Vi phạm quy định về đăng ký tạm trú.'],
    },
  ],
};
