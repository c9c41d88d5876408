/** Columns of the roster. */
type RosterColumn =
  | 'on'
  | 'team'
  | 'shift'
  | 'from'
  | 'to'
  | 'post'
  | 'contact'
  | 'people'
  | 'mode'
  | 'stops'
  | 'km'
  | 'order';

const directions = ['bắc', 'đông bắc', 'đông', 'đông nam', 'nam', 'tây nam', 'tây', 'tây bắc'] as const;

export const patrolField = {
  // Tệp của kế hoạch
  keepFirst: 'Lưu kế hoạch để in phiếu tuần tra, gửi danh sách điểm và xuất tệp.',
  actions: 'Phiếu và tệp',
  actionsOf: (route: string) => `Phiếu và tệp của ${route}`,
  print: 'Phiếu tuần tra (in, PDF)',
  phone: 'Danh sách điểm trên điện thoại',
  gpx: 'Lộ trình GPX',
  kml: 'Lộ trình KML',
  track: 'So với vết GPX đã đi',
  planFiles: 'Lịch trực và bảng phân công của cả kế hoạch',
  ics: 'Lịch trực (ICS)',
  xlsx: 'Bảng phân công (XLSX)',
  drawing: 'Đang tính đường đi…',
  groundFailed: 'Không tính được đường đi; phiếu và tệp chỉ có các điểm.',
  roster: {
    on: ['Ngày', 'Ngày ca bắt đầu'],
    team: ['Tổ', 'Tổ tuần tra'],
    shift: ['Ca', 'Ca trực'],
    from: ['Từ', 'Giờ xuất phát; nếu chưa có lộ trình là giờ bắt đầu ca (giờ Việt Nam)'],
    to: ['Đến', 'Giờ về trụ sở; nếu chưa có lộ trình là giờ kết thúc ca'],
    post: ['Trụ sở', 'Nơi xuất phát và trở về'],
    contact: ['Điện thoại', 'Điện thoại của trụ sở'],
    people: ['Số người', 'Số người của tổ'],
    mode: ['Phương tiện', 'Tổ đi bằng gì'],
    stops: ['Số điểm', 'Số điểm phải đến; 0 là có trực nhưng không có lộ trình'],
    km: ['Km', 'Độ dài đường đi theo kế hoạch'],
    order: ['Các điểm', 'Các điểm theo thứ tự, kèm giờ đến'],
  } as Record<RosterColumn, readonly [string, string]>,
  rosterSheet: 'Phân công',
  rosterDictionary: 'Giải thích',
  rosterHeadings: ['Cột', 'Tên ngắn', 'Ý nghĩa'] as readonly [string, string, string],
  planName: 'Kế hoạch',

  // Phiếu
  sheetTitle: 'Phiếu tuần tra giáp ranh',
  leaves: (time: string, post: string) => `Xuất phát ${time} từ ${post}`,
  comesBack: (time: string) => `về lúc ${time}`,
  wayLength: (distance: string) => `đường đi ${distance}`,
  straightWay: 'Đường đi trên sơ đồ nối thẳng giữa các điểm: chưa có mạng đường.',
  teamSize: (count: string, mode: string) => `${count} người, ${mode}`,
  arrives: 'Đến',
  dwells: 'Dừng',
  minutes: (count: string) => `${count} phút`,
  borderPiece: 'Đường giáp ranh',
  piece: (line: string, fromKm: string, toKm: string) => `đường ${line}, km ${fromKm}–${toKm}`,
  contacts: 'Liên hệ hai bên',
  contactsTitle: 'Trụ sở hai bên đường giáp ranh',
  noPost: 'chưa có trụ sở',
  noContact: 'chưa ghi điện thoại',
  telephone: 'Điện thoại',
  visited: 'Giờ đến thật',
  notes: 'Ghi chép, phát hiện, bàn giao',
  signed: 'Tổ trưởng ký',
  mapTitle: 'Sơ đồ lộ trình',
  mapKey: {
    course: 'lộ trình',
    border: 'đường giáp ranh',
    stop: 'điểm theo thứ tự',
    stretch: 'đoạn đi dọc',
    post: 'trụ sở',
  },
  north: 'B',
  scanMe: 'Quét mã để mở danh sách điểm trên điện thoại; mở một lần khi có mạng thì sau đó không cần mạng.',
  tooLongForCode: 'Danh sách dài quá một mã QR; hãy gửi liên kết.',
  simulated: 'sổ có dữ liệu mô phỏng',
  printed: (date: string) => `In ngày ${date}`,
  boundarySource: (edition: string) => `Địa giới: ${edition}`,

  // Hộp thoại điện thoại
  phoneTitle: 'Danh sách điểm trên điện thoại',
  link: 'Liên kết',
  copyLink: 'Chép liên kết',
  copied: 'Đã chép liên kết.',
  notCopied: 'Trình duyệt không cho chép. Hãy chọn liên kết và chép bằng tay.',
  openList: 'Mở danh sách',
  linkHolds: 'Liên kết chứa tên điểm, giờ, vị trí và điện thoại trụ sở, không có tên người. Chỉ gửi cho tổ đi tuần.',

  // Trên điện thoại
  listTitle: 'Danh sách điểm tuần tra',
  reading: 'Đang mở danh sách…',
  noList: 'Liên kết không có danh sách điểm',
  noListHelp: 'Hãy quét mã QR trên phiếu tuần tra, hoặc mở trọn liên kết đã nhận.',
  openProgram: 'Mở chương trình',
  progress: (done: string, all: string) => `Đã đến ${done}/${all} điểm`,
  next: 'Điểm tiếp theo',
  allDone: 'Đã đến mọi điểm. Trở về trụ sở.',
  goesAlong: (distance: string) => `Đoạn đi dọc, dài khoảng ${distance} theo đường thẳng`,
  stopTime: (from: string, to: string, minutes: string) => `${from}–${to}, dừng ${minutes} phút`,
  tick: 'Đã đến',
  tickOf: (name: string) => `Đánh dấu đã đến: ${name}`,
  tickedAt: (time: string) => `Đã đến lúc ${time}`,
  untick: 'Bỏ dấu',
  untickOf: (name: string) => `Bỏ dấu đã đến: ${name}`,
  notKept: 'Máy này không lưu được dấu đã đến. Đừng đóng trang trước khi gửi kết quả.',
  stops: 'Các điểm',
  direction: (sector: number): string => directions[sector] ?? '',
  aim: (direction: string, distance: string) => `${direction}, ${distance}`,
  here: 'Đã tới nơi',
  northUp: 'Mũi tên: phía trên màn hình là hướng bắc.',
  accuracy: (metres: string) => `Vị trí sai số ± ${metres}`,
  endOfStretch: (aim: string) => `Cuối đoạn: ${aim}`,
  startGps: 'Chỉ hướng bằng GPS',
  stopGps: 'Tắt GPS',
  gps: {
    waiting: { title: 'Đang tìm vị trí…', detail: 'Ra chỗ thoáng sẽ nhanh hơn. Danh sách vẫn dùng được.' },
    denied: {
      title: 'Máy không cho biết vị trí',
      detail: 'Hãy cho phép trang này dùng vị trí trong cài đặt của trình duyệt rồi bật lại. Danh sách vẫn dùng được.',
    },
    missing: {
      title: 'Máy này không có GPS cho trang này',
      detail: 'Trình duyệt chỉ cho biết vị trí trên trang https. Danh sách vẫn dùng được.',
    },
    failed: {
      title: 'Chưa bắt được vị trí',
      detail: 'Hãy ra chỗ thoáng, kiểm tra máy đã bật vị trí. Danh sách vẫn dùng được.',
    },
  },
  call: (name: string, contact: string) => `Gọi ${name}: ${contact}`,
  sendBack: 'Gửi kết quả',
  sendBackNote: 'Liên kết kết quả mở trên máy điều phối sẽ ghi các điểm đã đến vào kế hoạch.',
  strays: (count: string) => `${count} điểm đã đánh dấu không còn trong danh sách mới; vẫn được gửi về.`,
  sendNothing: 'Chưa có điểm nào được đánh dấu.',
  sendLink: 'Liên kết kết quả',
  takeHere: 'Ghi vào kế hoạch trên máy này',
  backHome: (post: string) => `Về ${post}`,

  // Nhận kết quả
  sentTitle: 'Nhận kết quả tuần tra',
  sentFrom: (team: string, shift: string, date: string) => `${team} · ${shift} · ${date}`,
  sentCount: (ticks: string, all: string) => `${ticks} trong ${all} điểm được đánh dấu đã đến.`,
  sentUnknown: 'Kế hoạch có lộ trình này không có trên máy này',
  sentUnknownHelp: 'Hãy mở liên kết trên máy đã lập và lưu kế hoạch, hoặc nhập sổ của máy đó trước.',
  sentOtherDay: (planned: string, sent: string) =>
    `Lộ trình này là của ngày ${planned}, kết quả gửi về là của ngày ${sent}`,
  sentOtherDayHelp: 'Chưa ghi gì. Hãy gửi lại danh sách điểm cho tổ và nhận kết quả từ danh sách mới.',
  sentGone: (count: string) => `${count} điểm không còn trong lộ trình, không ghi được.`,
  sentNothingNew: 'Mọi điểm này đã được ghi từ trước.',
  record: (count: string) => `Ghi ${count} lượt đến`,
  recorded: (count: string) => `Đã ghi ${count} lượt đến.`,
  at: 'Lúc',

  // So với vết
  trackTitle: (route: string) => `So với vết GPX: ${route}`,
  chooseTrack: 'Chọn tệp GPX',
  trackNote: 'Đã đến: vết đi qua trong vòng 50 m. Đúng giờ: lệch không quá 10 phút so với kế hoạch.',
  trackNoTimes: 'Tệp không có vết kèm giờ',
  trackNoTimesHelp: 'Hãy xuất lại vết đã ghi (track) với giờ của từng điểm, không phải lộ trình hay điểm đánh dấu.',
  trackOtherDay: 'Vết không trùng giờ của lộ trình này',
  trackOtherDayHelp: (from: string, to: string, on: string) =>
    `Vết từ ${from} đến ${to}; lộ trình ngày ${on}. Hãy chọn đúng tệp của ca này.`,
  trackFixes: (count: string, dropped: string, from: string, to: string) =>
    `${count} vị trí, bỏ ${dropped} vị trí không tin được, ${from} – ${to}.`,
  reached: (count: string, onTime: string, all: string) =>
    `Đến ${count} trong ${all} điểm, ${onTime} điểm đúng giờ (± 10 phút).`,
  coverage: (share: string, distance: string) => `Đã đi ${share} của ${distance} đoạn phải đi dọc.`,
  deviations: (count: string, farthest: string) => `${count} lần rời lộ trình quá 100 m, xa nhất ${farthest}.`,
  noDeviations: 'Không rời lộ trình quá 100 m.',
  deviationsStraight: 'Lộ trình nối thẳng vì chưa có mạng đường, nên không xét chỗ rời lộ trình.',
  planned: 'Dự kiến',
  came: 'Đến thật',
  stayed: 'Ở lại',
  result: 'Kết quả',
  results: {
    onTime: 'đúng giờ',
    late: (minutes: string) => `muộn ${minutes} phút`,
    early: (minutes: string) => `sớm ${minutes} phút`,
    unsure: (metres: string) => `không chắc: gần nhất ${metres}`,
    missed: (metres: string) => `không đến: gần nhất ${metres}`,
    unknown: 'không có vết',
  },
  covered: 'Đã đi dọc',
  discovered: 'Phát hiện',
  addDiscovered: 'Nhập vụ việc',
};
