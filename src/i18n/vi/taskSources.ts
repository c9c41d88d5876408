import type { TaskSource } from '../../domain';

export const taskSources = {
  fromIncidents: 'Vụ việc đang lọc, gom những vụ ở gần nhau',
  fromHotspots: 'Ô nóng (Gi*, p ≤ 0,05, đã hiệu chỉnh)',
  withinM: 'Gom trong bán kính',
  fewest: 'Ít nhất (vụ)',
  cellM: 'Cạnh ô',
  kinds: {
    hotStretch: 'đoạn nóng',
    hotspot: 'ô nóng',
    line: 'đường giáp ranh',
    incident: 'cụm vụ việc',
    hand: 'tự đặt',
  } satisfies Record<TaskSource, string>,
  placeName: (line: string, km: string, kind: string) => `${line}, km ${km} (${kind})`,
  proposed: (tasks: string, incidents: string, from: string, to: string) =>
    `${tasks} điểm, từ ${incidents} vụ việc trong vùng giáp ranh, ${from} – ${to}.`,
  riskNote: (count: string) =>
    `Trọng số là số vụ việc mỗi năm đã ghi ở điểm đó; ít vụ thì trọng số không chắc. Giờ lấy chung từ ${count} vụ việc trong vùng giáp ranh.`,
  none: 'Không có điểm nào. Hãy nới bán kính, giảm số vụ ít nhất, hoặc đổi cạnh ô.',
  take: (count: string) => `Thêm ${count} điểm`,
  window: (from: string, to: string) => `Khoảng giờ ${from}–${to}`,
  addWindow: 'Thêm khoảng giờ',
  removeWindow: (from: string, to: string) => `Bỏ khoảng ${from}–${to}`,
};
