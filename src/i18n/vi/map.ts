export const map = {
  locale: 'vi-VN',
  label: 'Bản đồ vùng giáp ranh',
  instructions:
    'Dùng phím mũi tên để dời bản đồ, phím + và − để phóng to, thu nhỏ. Enter chọn đối tượng tại tâm bản đồ, Escape bỏ chọn.',
  measureInstructions: {
    mouse:
      'Nhấp để đặt điểm, nhấp đúp hoặc Enter để kết thúc. Dùng bàn phím: dời bản đồ, Enter đặt điểm tại tâm, Enter lần nữa để kết thúc. Backspace xoá điểm cuối, Escape huỷ.',
    touch: 'Chạm để đặt từng điểm. Chạm lại điểm cuối để đo xong.',
  },
  drawInstructions: {
    mouse:
      'Nhấp để đặt các đỉnh của vùng, nhấp đúp hoặc Enter để khép vùng. Dùng bàn phím: dời bản đồ, Enter đặt đỉnh tại tâm, Enter lần nữa để khép. Backspace xoá đỉnh cuối, Escape huỷ.',
    touch: 'Chạm để đặt từng đỉnh của vùng. Chạm lại đỉnh cuối để khép vùng.',
  },
  lineInstructions: {
    mouse:
      'Nhấp để đặt từng điểm của đường, nhấp đúp hoặc Enter để kết thúc. Dùng bàn phím: dời bản đồ, Enter đặt điểm tại tâm, Enter lần nữa để kết thúc. Backspace xoá điểm cuối, Escape huỷ.',
    touch: 'Chạm để đặt từng điểm của đường. Chạm lại điểm cuối để kết thúc.',
  },
  finishLine: 'Kết thúc đường',
  pickInstructions: {
    mouse: 'Nhấp vào chỗ cần đặt. Dùng bàn phím: dời bản đồ, Enter đặt tại tâm. Escape huỷ.',
    touch: 'Chạm vào chỗ cần đặt. Phóng to trước để đặt chính xác hơn.',
  },
  finishMeasure: 'Đo xong',
  finishDraw: 'Khép vùng',
  removeLastPoint: 'Xoá điểm cuối',
  endSketch: 'Huỷ',
  measuredLeg: (length: string) => `Đoạn ${length}`,
  measuredTotal: (length: string) => `Tổng ${length}`,
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  north: (bearing: string) => `Xoay về hướng bắc (đang xoay ${bearing})`,
  scale: (length: string) => `Thước tỷ lệ: ${length}`,
  attribution: 'Nguồn dữ liệu',
  measureTotal: (length: string, legs: string) => `Tổng chiều dài ${length}, ${legs} đoạn`,
  coordinates: 'Toạ độ tại con trỏ',
  latLng: (lat: string, lng: string) => `${lat}° B · ${lng}° Đ`,
  vn2000: (northing: string, easting: string) => `VN-2000 · X ${northing} · Y ${easting}`,
  zone: {
    'Phú Thọ': 'KTT 104°45′ (Phú Thọ)',
    'Vĩnh Phúc': 'KTT 105°00′ (Vĩnh Phúc)',
  },
  changeZone: (other: string) => `Đổi sang ${other}`,
  problems: {
    webglUnavailable:
      'Trình duyệt này không vẽ được bản đồ vì WebGL 2 bị tắt hoặc không có. Hãy bật tăng tốc phần cứng trong phần cài đặt của trình duyệt, hoặc dùng bản Chrome, Edge hay Firefox mới hơn. Các bảng số liệu vẫn dùng được.',
    contextLost: 'Bản đồ tạm dừng vì bộ xử lý đồ hoạ bị ngắt. Bản đồ sẽ tự vẽ lại; nếu không, hãy tải lại trang.',
    sourceFailed: 'Một lớp dữ liệu không vẽ được trên bản đồ. Các lớp khác không bị ảnh hưởng.',
  },
};
