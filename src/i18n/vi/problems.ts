import type {
  DocumentTable,
  ForeignFormat,
  JournalFileFault,
  PatrolNumber,
  ProblemKind,
  ProblemOf,
  ProblemPlace,
} from '../../domain';

/** What went wrong, where and with what, and how to mend it. `remedy` is empty where nothing can be done. */
export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
}
export type ProblemSentences = { readonly [K in ProblemKind]: (problem: ProblemOf<K>) => ProblemWords };

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const degrees = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 5, maximumFractionDigits: 5 });
const at = ({ lat, lng }: ProblemPlace): string => `vĩ độ ${degrees.format(lat)}, kinh độ ${degrees.format(lng)}`;
const megabytes = (bytes: number): string => `${whole.format(bytes / 1_000_000)} MB`;
const list = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ');

const CHECKED_TEXT = {
  summary: 'Tóm tắt',
  sourceId: 'Số vụ việc',
  note: 'Ghi chú',
  name: 'Tên',
  contact: 'Điện thoại, kênh liên lạc',
  title: 'Tiêu đề',
  text: 'Nội dung',
  notes: 'Ghi chú cho người trình bày',
} as const;

/** A wall clock as it is read. */
const moment = (wallClock: string): string =>
  `${wallClock.slice(0, 10).split('-').reverse().join('/')} ${wallClock.slice(11)}`;

const TABLE: Record<DocumentTable, string> = {
  clusters: 'cụm liên kết',
  members: 'thành viên',
  incidents: 'vụ việc',
  layers: 'lớp',
  layerContents: 'nội dung lớp',
  terms: 'mục của danh mục',
  activities: 'hoạt động',
  places: 'địa danh',
  posts: 'trụ sở',
  shifts: 'ca',
  teams: 'tổ tuần tra',
  duties: 'lịch trực',
  patrolTasks: 'điểm tuần tra',
  patrolPlans: 'kế hoạch tuần tra',
  patrolRoutes: 'lộ trình',
  patrolVisits: 'lượt đến',
  briefings: 'bài trình bày',
  scenes: 'cảnh',
};

const PATROL_NUMBER: Record<PatrolNumber, string> = {
  fromMinute: 'giờ bắt đầu (phút trong ngày)',
  minutes: 'thời lượng (phút)',
  size: 'số người',
  mostMinutes: 'thời gian đi tối đa (phút)',
  restMinutes: 'thời gian nghỉ (phút)',
  weight: 'trọng số',
  dwellMinutes: 'thời gian dừng (phút)',
  visitsPerWeek: 'số lượt mỗi tuần',
  kmh: 'tốc độ (km/h)',
  leastGapHours: 'khoảng cách tối thiểu (giờ)',
  mostGapHours: 'khoảng cách tối đa (giờ)',
  points: 'số đỉnh của đoạn',
  windows: 'số khoảng giờ được đến',
  days: 'số ngày của kế hoạch',
  seed: 'số khởi đầu của phép tìm',
  iterations: 'số vòng tìm',
  worth: 'số vụ dự kiến của kế hoạch',
  stops: 'số điểm của một lộ trình',
  routeMinutes: 'giờ của lộ trình (phút từ nửa đêm)',
  routeMetres: 'độ dài lộ trình (mét)',
};

const RING_FAULT: Record<ProblemOf<'invalidRing'>['reason'], string> = {
  tooFewPoints: 'đường bao có ít hơn bốn điểm',
  notClosed: 'đường bao không khép kín',
  notFinite: 'có toạ độ không phải là số',
  selfIntersecting: 'đường bao tự cắt',
  outsideWorld: 'có toạ độ nằm ngoài phạm vi kinh độ, vĩ độ',
};

const JOURNAL_FAULT: Record<JournalFileFault, string> = {
  notJson: 'không phải là JSON',
  noJournal: 'không phải tệp nhật ký của Giáp Ranh',
  newerSchema: 'do phiên bản mới hơn của chương trình ghi',
  wrongShape: 'thiếu hoặc sai trường',
  partMissing: 'thiếu một phần của bản ghi',
  partUnasked: 'có phần không thuộc bản ghi nào',
  tooLong: 'dòng quá dài',
  clockAhead: 'ghi vào một ngày còn ở tương lai xa',
};

/** What the file is, and how it becomes one that can be opened. */
const FOREIGN: Record<ForeignFormat, readonly [what: string, remedy: string]> = {
  xls: [
    'tệp Excel kiểu cũ (.xls)',
    'Mở tệp bằng Excel, chọn Tệp › Lưu thành (File › Save As), kiểu “Excel Workbook (*.xlsx)”, rồi mở tệp mới.',
  ],
  encryptedOffice: [
    'tệp Office có đặt mật khẩu',
    'Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi mở tệp mới.',
  ],
  docx: ['văn bản Word', 'Chép bảng trong văn bản sang Excel, lưu thành .xlsx, rồi mở tệp đó.'],
  pptx: ['bài trình chiếu PowerPoint', 'Chép bảng số liệu sang Excel, lưu thành .xlsx, rồi mở tệp đó.'],
  ods: ['bảng tính OpenDocument (.ods)', 'Mở bằng LibreOffice hoặc Excel và lưu thành .xlsx.'],
  zip: [
    'tệp nén không chứa bảng tính, KML hay Shapefile',
    'Giải nén rồi mở từng tệp bên trong. Với Shapefile, nén cả .shp, .dbf và .prj vào cùng một tệp .zip.',
  ],
  pdf: ['tệp PDF', 'Hãy dùng bảng tính gốc (.xlsx hoặc .csv) đã tạo ra tệp PDF này.'],
  image: ['hình ảnh', 'Hãy chọn bảng số liệu (.xlsx, .csv) hoặc tệp .geojson.'],
  html: ['trang web', 'Nếu là bảng do phần mềm khác xuất ra: mở bằng Excel và lưu thành .xlsx.'],
  xml: ['tệp XML', 'Mở bằng Excel và lưu thành .xlsx, hoặc xuất lại từ phần mềm gốc dưới dạng CSV.'],
  shapefile: [
    'một phần của Shapefile (.shp)',
    'Nén tệp này cùng các tệp .dbf, .prj và .shx có cùng tên vào một tệp .zip, rồi mở tệp .zip đó.',
  ],
  json: ['tệp JSON nhưng không phải GeoJSON', 'Xuất lại từ phần mềm gốc dưới dạng GeoJSON (FeatureCollection).'],
  text: [
    'văn bản không có cột',
    'Bảng cần một dòng tiêu đề và các cột cách nhau bằng dấu phẩy, dấu chấm phẩy hoặc tab. Cách dễ nhất: lưu từ Excel thành .xlsx.',
  ],
  binary: ['tệp nhị phân không rõ loại', 'Hãy chọn tệp .xlsx, .csv, .geojson, .kml, .gpx hoặc Shapefile nén (.zip).'],
};

/** Fields of a table, as a message names them. */
const FIELD: Record<string, string> = {
  lat: 'vĩ độ',
  lng: 'kinh độ',
  position: 'toạ độ',
  date: 'ngày xảy ra',
};

const UNREADABLE: Record<string, readonly [detail: string, remedy: string]> = {
  quote: [
    'có một dấu ngoặc kép (") mở mà không đóng đúng chỗ, nên không biết ô kết thúc ở đâu',
    'Mở tệp bằng Excel hoặc trình soạn thảo, sửa dấu ngoặc kép ở dòng đó rồi mở lại.',
  ],
  zip: ['tệp bị hỏng hoặc tải về chưa đủ', 'Mở bằng Excel rồi lưu lại, hoặc lấy lại tệp từ nơi gửi.'],
  encrypted: ['tệp nén có đặt mật khẩu', 'Giải nén bằng mật khẩu, nén lại không đặt mật khẩu, rồi mở tệp mới.'],
  shp: [
    'tệp .shp trong đó bị hỏng hoặc không phải Shapefile',
    'Xuất lại Shapefile từ phần mềm gốc (QGIS, MapInfo, ArcGIS), nén đủ .shp, .dbf, .prj rồi mở lại.',
  ],
  dbf: [
    'bảng thuộc tính (.dbf) của Shapefile bị hỏng',
    'Xuất lại Shapefile từ phần mềm gốc (QGIS, MapInfo, ArcGIS), nén đủ .shp, .dbf, .prj rồi mở lại.',
  ],
  depth: [
    'nội dung lồng vào nhau quá sâu, không phải do phần mềm bản đồ thông thường ghi ra',
    'Lấy lại tệp từ nơi gửi, hoặc xuất lại từ Google Earth hay QGIS.',
  ],
  entities: [
    'tệp tự định nghĩa ký hiệu thay thế (ENTITY), cách mà tệp phá hoại dùng để làm đầy bộ nhớ',
    'Không mở tệp từ nguồn lạ. Nếu cần dùng, xuất lại từ Google Earth hay QGIS.',
  ],
  cells: [
    'trang tính trải ra hơn 20 triệu ô, phần lớn là ô trống',
    'Trong Excel, xoá các dòng và cột trống ở cuối trang tính, lưu lại rồi mở.',
  ],
};

const NO_DATA_LOST = 'Dữ liệu đang có không bị thay đổi.';

export const problems: ProblemSentences = {
  emptyCoverage: () => ({
    title: 'Không có đơn vị nào',
    detail: 'Bộ ranh giới không chứa đơn vị hành chính nào.',
    remedy: 'Chọn bộ ranh giới khác.',
  }),
  invalidRing: ({ unit, place, reason }) => ({
    title: `Ranh giới của đơn vị ${unit} không hợp lệ`,
    detail: `Tại ${place ? at(place) : 'một chỗ không rõ'}: ${RING_FAULT[reason]}.`,
    remedy: 'Sửa hình của đơn vị này trong QGIS (Vector › Check Validity) rồi dựng lại.',
  }),
  duplicateUnitCode: ({ unit }) => ({
    title: `Mã đơn vị ${unit} bị trùng`,
    detail: 'Mỗi đơn vị trong một bộ ranh giới phải có mã riêng.',
    remedy: 'Gộp hai hình thành một hoặc sửa mã.',
  }),
  missingUnitCode: ({ featureIndex }) => ({
    title: 'Có đơn vị không có mã',
    detail: `Đối tượng thứ ${whole.format(featureIndex + 1)} thiếu mã đơn vị.`,
    remedy: 'Điền mã đơn vị năm chữ số vào thuộc tính “code”.',
  }),
  overlappingUnits: ({ units, place }) => ({
    title: 'Hai đơn vị chồng lên nhau',
    detail: `${list(units)} chồng nhau tại ${at(place)}.`,
    remedy: 'Sửa ranh giới chung của các đơn vị này để chúng chỉ chạm nhau.',
  }),
  unsharedBorder: ({ units, place, gapM }) => ({
    title: 'Ranh giới chung không khớp',
    detail: `${list(units)} hở hoặc lệch nhau ${fine.format(gapM)} m tại ${at(place)}, quá dung sai.`,
    remedy: 'Bắt dính (snap) hai ranh giới vào nhau trong QGIS rồi dựng lại.',
  }),
  emptyNetwork: () => ({
    title: 'Không có đường giáp ranh',
    detail: 'Không có hai đơn vị nào chung ranh giới.',
    remedy: 'Chọn kỳ địa giới khác.',
  }),
  invalidDistance: ({ valueM }) => ({
    title: 'Khoảng cách không hợp lệ',
    detail: `${fine.format(valueM)} m không phải là khoảng cách dùng được.`,
    remedy: 'Nhập một số mét lớn hơn 0.',
  }),
  incompatibleIndex: ({ found, expected }) => ({
    title: 'Chỉ mục đường giáp ranh thuộc phiên bản khác',
    detail: `Phiên bản ${found}, cần ${expected}.`,
    remedy: 'Tải lại trang để dựng lại chỉ mục.',
  }),
  staleRow: ({ table }) => ({
    title: 'Dữ liệu vừa được sửa ở nơi khác',
    detail: `Một bản ghi (${TABLE[table]}) đã thay đổi sau khi bạn mở, nên thay đổi này chưa được ghi.`,
    remedy: 'Xem lại bản mới nhất rồi sửa lại.',
  }),
  readOnlyDatabase: ({ found, known }) => ({
    title: 'Sổ đang mở ở chế độ chỉ đọc',
    detail: `Dữ liệu trên máy do phiên bản mới hơn ghi (lược đồ ${found}, phiên bản này biết đến ${known}).`,
    remedy: 'Đóng mọi thẻ Giáp Ranh rồi mở lại để dùng phiên bản mới. Dữ liệu vẫn còn nguyên.',
  }),
  storageUnavailable: () => ({
    title: 'Trình duyệt không cho lưu số liệu',
    detail: 'Giáp Ranh giữ sổ vụ việc trong trình duyệt (IndexedDB), mà ở cửa sổ này việc đó bị tắt hoặc bị chặn.',
    remedy:
      'Mở bằng cửa sổ thường (không phải ẩn danh), cho phép trang lưu dữ liệu trong cài đặt trình duyệt, rồi tải lại trang.',
  }),
  storageFull: () => ({
    title: 'Hết chỗ lưu trên máy',
    detail: `Trình duyệt không cho ghi thêm, thay đổi này chưa được ghi. ${NO_DATA_LOST}`,
    remedy:
      'Giải phóng dung lượng ổ đĩa (xoá tệp không cần, dọn thùng rác) rồi làm lại. Nên tải nhật ký về máy ở phần Thiết lập để sao lưu.',
  }),
  storageLost: () => ({
    title: 'Mất kết nối với kho dữ liệu của trình duyệt',
    detail: 'Thay đổi vừa rồi có thể chưa được ghi.',
    remedy: 'Tải lại trang, kiểm tra bản ghi cuối cùng và nhập lại nếu thiếu.',
  }),
  storageFailed: ({ detail }) => ({
    title: 'Chưa ghi được',
    detail: `Kho dữ liệu của trình duyệt báo lỗi: ${detail}. ${NO_DATA_LOST}`,
    remedy: 'Thử lại; nếu vẫn lỗi, sao lưu rồi tải lại trang.',
  }),
  nothingToUndo: () => ({ title: 'Không có gì để hoàn tác', detail: '', remedy: '' }),
  nothingToRedo: () => ({ title: 'Không có gì để làm lại', detail: '', remedy: '' }),
  notFound: ({ table }) => ({
    title: 'Không tìm thấy bản ghi',
    detail: `Bản ghi (${TABLE[table]}) không còn trong sổ, có thể đã bị xoá.`,
    remedy: 'Hoàn tác lần xoá nếu cần.',
  }),
  undoConflict: ({ table }) => ({
    title: 'Không hoàn tác được bước này',
    detail: `Bản ghi (${TABLE[table]}) đã được sửa tiếp sau bước này.`,
    remedy: 'Sửa trực tiếp bản ghi về giá trị mong muốn.',
  }),
  invalidJournalFile: ({ line, reason, detail }) => ({
    title: 'Tệp nhật ký không hợp lệ',
    detail: `Dòng ${whole.format(line)}: ${JOURNAL_FAULT[reason]}${detail ? ` (${detail})` : ''}. Chưa có gì được nhập.`,
    remedy:
      reason === 'newerSchema'
        ? 'Cập nhật chương trình rồi mở lại tệp.'
        : reason === 'clockAhead'
          ? 'Kiểm tra ngày giờ của máy này và của máy đã xuất tệp.'
          : 'Lấy lại tệp từ máy đã xuất, không sửa bằng tay.',
  }),
  tooManyZones: ({ limit }) => ({
    title: 'Quá nhiều vùng',
    detail: `Nhiều nhất ${whole.format(limit)} lớp được dùng làm vùng cùng một lúc.`,
    remedy: 'Thôi dùng một lớp khác làm vùng rồi thử lại.',
  }),
  distanceOutOfRange: ({ valueM, minM, maxM }) => ({
    title: 'Khoảng cách ngoài phạm vi',
    detail: `${fine.format(valueM)} m không nằm trong khoảng ${whole.format(minM)}–${whole.format(maxM)} m.`,
    remedy: `Nhập từ ${whole.format(minM)} đến ${whole.format(maxM)} m.`,
  }),
  nameTaken: ({ name }) => ({
    title: 'Tên này đã có',
    detail: `“${name}” đã có trong danh sách (không phân biệt dấu và chữ hoa).`,
    remedy: 'Đặt tên khác, hoặc gộp hai mục làm một.',
  }),
  tooManyTerms: ({ limit }) => ({
    title: 'Danh mục đã đầy',
    detail: `Mỗi danh mục có nhiều nhất ${whole.format(limit)} mục.`,
    remedy: 'Gộp hoặc xoá bớt những mục không còn dùng.',
  }),
  badMerge: ({ reason }) => ({
    title: 'Không gộp được',
    detail: {
      itself: 'Một mục không thể gộp vào chính nó.',
      otherList: 'Loại vụ việc chỉ gộp được vào loại vụ việc, trạng thái chỉ gộp được vào trạng thái.',
      retired: 'Mục nhận đã thôi dùng.',
    }[reason],
    remedy: 'Chọn một mục khác đang dùng trong cùng danh mục.',
  }),
  termInUse: ({ uses }) => ({
    title: 'Mục này đang được dùng',
    detail: uses > 0 ? `${whole.format(uses)} vụ việc đang mang mục này.` : 'Một mục khác đã được gộp vào mục này.',
    remedy: 'Gộp vào mục khác, hoặc cho thôi dùng: vụ việc cũ vẫn giữ nguyên.',
  }),
  invalidCount: ({ value, limit }) => ({
    title: 'Số lượng không hợp lệ',
    detail: `${fine.format(value)} không phải là số lượng dùng được.`,
    remedy: `Nhập một số nguyên từ 1 đến ${whole.format(limit)}.`,
  }),
  alreadyMember: ({ name }) => ({
    title: 'Đã là thành viên',
    detail: `“${name}” đang là thành viên của cụm trong thời gian này.`,
    remedy: 'Sửa ngày tham gia của thành viên đã có, hoặc chọn đơn vị khác.',
  }),
  emptyName: () => ({ title: 'Chưa có tên', detail: 'Tên không được để trống.', remedy: 'Nhập tên rồi lưu lại.' }),
  invalidDay: ({ text }) => ({
    title: 'Ngày không hợp lệ',
    detail: `“${text}” không phải là một ngày trong lịch.`,
    remedy: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/03/2019.',
  }),
  membershipEndsBeforeStart: () => ({
    title: 'Ngày kết thúc sớm hơn ngày bắt đầu',
    detail: 'Thời gian tham gia cụm phải kết thúc sau khi bắt đầu.',
    remedy: 'Sửa một trong hai ngày.',
  }),
  periodEndsBeforeStart: () => ({
    title: 'Ngày cuối sớm hơn ngày đầu',
    detail: 'Kỳ số liệu phải kết thúc sau khi bắt đầu.',
    remedy: 'Sửa một trong hai ngày.',
  }),
  tooManyScenes: ({ limit }) => ({
    title: 'Bài trình bày đã đủ cảnh',
    detail: `Mỗi bài có nhiều nhất ${whole.format(limit)} cảnh.`,
    remedy: 'Xoá cảnh không dùng, hoặc tách thành hai bài.',
  }),
  invalidBriefingFile: ({ reason, scene }) => ({
    title: 'Không đọc được bài trình bày',
    detail: {
      notText: 'Tệp không phải là văn bản JSON.',
      notBriefing: 'Tệp không do phần Trình bày của chương trình này xuất ra.',
      newer: 'Tệp do bản mới hơn của chương trình ghi.',
      damaged: scene === null ? 'Tên hoặc kỳ số liệu bị hỏng.' : `Cảnh thứ ${whole.format(scene)} bị hỏng.`,
    }[reason],
    remedy:
      reason === 'newer'
        ? 'Mở tệp bằng bản mới của chương trình.'
        : 'Xuất lại tệp từ máy gốc. Các bài đang có vẫn nguyên.',
  }),
  noWeekdays: () => ({
    title: 'Chưa chọn ngày nào trong tuần',
    detail: '',
    remedy: 'Hãy chọn ít nhất một ngày.',
  }),
  stillUsed: ({ table, uses }) => ({
    title: 'Còn đang được dùng',
    detail: `${whole.format(uses)} ${TABLE[table]} còn dùng đến mục này.`,
    remedy: 'Hãy đổi hoặc xoá các mục đó trước.',
  }),
  numberOutOfRange: ({ field, value, min, max }) => ({
    title: `Không nhận được ${PATROL_NUMBER[field]}`,
    detail: Number.isFinite(value) ? `Giá trị đã nhập: ${fine.format(value)}.` : 'Chưa có giá trị.',
    remedy: `Hãy nhập số từ ${fine.format(min)} đến ${fine.format(max)}.`,
  }),
  numberNotWhole: ({ field, value }) => ({
    title: `Không nhận được ${PATROL_NUMBER[field]}`,
    detail: `Giá trị đã nhập: ${fine.format(value)}.`,
    remedy: 'Hãy nhập số nguyên, không có phần lẻ.',
  }),
  brokenLink: ({ reason }) => ({
    title: 'Không đọc được liên kết',
    detail:
      reason === 'newer'
        ? 'Liên kết do một phiên bản mới hơn của chương trình tạo ra.'
        : 'Liên kết bị thiếu một phần hoặc đã bị sửa.',
    remedy:
      reason === 'newer'
        ? 'Hãy mở chương trình khi có mạng để cập nhật, rồi mở lại liên kết.'
        : 'Hãy quét lại mã QR, hoặc chép lại trọn liên kết, từ đầu đến cuối.',
  }),
  nothingSimulated: () => ({
    title: 'Không có dữ liệu mô phỏng',
    detail: 'Trong sổ không còn vụ việc mô phỏng nào để xoá.',
    remedy: '',
  }),
  nothingToMend: () => ({
    title: 'Không có gì để sửa theo cách này',
    detail: 'Các vụ việc đã chọn không sửa được theo cách này.',
    remedy: 'Hãy chọn cách khác, hoặc mở từng vụ việc trong sổ để sửa.',
  }),
  invalidMoment: ({ text }) => ({
    title: 'Thời gian không hợp lệ',
    detail: `“${text}” không phải là ngày giờ trong lịch.`,
    remedy: 'Nhập ngày và giờ, ví dụ 05/03/2019 21:30.',
  }),
  endsBeforeStart: ({ from, to }) => ({
    title: 'Lúc kết thúc sớm hơn lúc bắt đầu',
    detail: `Thời gian xảy ra bắt đầu ${moment(from)} mà kết thúc ${moment(to)}.`,
    remedy: 'Sửa một trong hai mốc thời gian.',
  }),
  beginsInFuture: ({ text }) => ({
    title: 'Thời gian ở tương lai',
    detail: `${moment(text)} chưa đến theo đồng hồ của máy này.`,
    remedy: 'Kiểm tra lại ngày, tháng, năm và giờ.',
  }),
  invalidPersons: ({ value, limit }) => ({
    title: 'Số đối tượng không hợp lệ',
    detail: Number.isNaN(value)
      ? 'Số đối tượng phải là một số nguyên.'
      : `${fine.format(value)} không phải số nguyên từ 0 đến ${whole.format(limit)}.`,
    remedy: 'Nhập số nguyên, 0 nếu chưa rõ.',
  }),
  invalidPosition: ({ reason }) => ({
    title: 'Toạ độ không hợp lệ',
    detail:
      reason === 'halfGiven'
        ? 'Mới có một trong hai số: vĩ độ hoặc kinh độ.'
        : 'Vĩ độ phải từ −90 đến 90, kinh độ từ −180 đến 180.',
    remedy:
      reason === 'halfGiven'
        ? 'Nhập cả vĩ độ và kinh độ, hoặc để trống cả hai.'
        : 'Kiểm tra xem hai số có bị đổi chỗ không.',
  }),
  invalidAccuracy: ({ valueM }) => ({
    title: 'Sai số vị trí không hợp lệ',
    detail: Number.isNaN(valueM) ? 'Sai số phải là số mét.' : `${fine.format(valueM)} m không phải là một sai số.`,
    remedy: 'Nhập số mét từ 0 trở lên, hoặc để trống nếu không rõ.',
  }),
  invalidUnitCode: ({ text }) => ({
    title: 'Không có đơn vị này',
    detail: `“${text}” không phải tên hay mã của một đơn vị.`,
    remedy: 'Chọn đơn vị trong danh sách.',
  }),
  unknownChoice: ({ text }) => ({
    title: 'Không có trong danh sách',
    detail: `“${text}” không phải là một lựa chọn của cột này.`,
    remedy: 'Chọn trong danh sách, hoặc gõ đúng tên (không cần dấu).',
  }),
  textTooLong: ({ field, length, limit }) => ({
    title: `${CHECKED_TEXT[field]} quá dài`,
    detail: `Có ${whole.format(length)} ký tự, nhiều nhất là ${whole.format(limit)}.`,
    remedy: 'Rút ngắn rồi lưu lại.',
  }),
  personalNumbers: ({ field, masked, count }) => ({
    title: `${CHECKED_TEXT[field]} có số định danh cá nhân`,
    detail: `Có ${whole.format(count)} số giống số CCCD, điện thoại, tài khoản hoặc biển số xe nên chưa ghi: “${masked.slice(0, 200)}”.`,
    remedy: 'Bỏ các số đó, hoặc che đi rồi lưu.',
  }),
  emptyFile: ({ file }) => ({
    title: 'Tệp trống',
    detail: `“${file}” không có nội dung nào.`,
    remedy: 'Kiểm tra tệp đã được lưu chưa, hoặc chọn tệp khác.',
  }),
  fileTooLarge: ({ file, sizeBytes, limitBytes }) => ({
    title: 'Tệp quá lớn',
    detail: `“${file}” có ${megabytes(sizeBytes)}; mỗi lần mở được đến ${megabytes(limitBytes)}. Tệp chưa được đọc. ${NO_DATA_LOST}`,
    remedy: 'Chia tệp thành nhiều phần, ví dụ theo năm, rồi mở từng phần.',
  }),
  unknownFormat: ({ file, detected }) => ({
    title: 'Không mở được loại tệp này',
    detail: `“${file}” là ${FOREIGN[detected][0]}. Mở được: Excel (.xlsx), CSV, GeoJSON, KML, KMZ, GPX và Shapefile nén (.zip).`,
    remedy: FOREIGN[detected][1],
  }),
  unreadableFile: ({ file, format, detail, row }) => {
    const known = UNREADABLE[detail];
    const where = row === null ? '' : ` ở dòng ${whole.format(row)}`;
    return {
      title: 'Không đọc được tệp',
      detail: `“${file}”${where}: ${known?.[0] ?? `nội dung ${format} không đúng (${detail})`}. ${NO_DATA_LOST}`,
      remedy: known?.[1] ?? 'Lưu lại tệp từ phần mềm đã tạo ra nó rồi mở lại.',
    };
  },
  wrongEncoding: ({ file, row, sample }) => ({
    title: 'Chữ trong tệp bị sai bảng mã',
    detail: `“${file}”, dòng ${whole.format(row)}: “${sample}”. ${NO_DATA_LOST}`,
    remedy:
      'Trong Excel, mở tệp gốc còn đúng chữ, chọn Tệp › Lưu thành (File › Save As), kiểu “CSV UTF-8 (Comma delimited)” hoặc .xlsx. Nếu tệp dùng bảng mã TCVN3 hay VNI, chuyển sang Unicode bằng Unikey trước.',
  }),
  missingColumns: ({ file, missing, found }) => ({
    title: 'Thiếu cột cần thiết',
    detail: `“${file}” không có cột ${missing.map((field) => FIELD[field] ?? field).join(', ')}. ${
      found.length > 0 ? `Các cột đọc được: ${list(found)}.` : 'Không tìm thấy dòng tiêu đề.'
    }`,
    remedy:
      'Đặt một dòng tiêu đề phía trên số liệu, có các cột như “Ngày”, “Vĩ độ”, “Kinh độ” (hoặc một cột “Toạ độ”), rồi mở lại.',
  }),
  missingActivityColumns: ({ file, missing, found }) => ({
    title: 'Thiếu cột cần thiết',
    detail: `“${file}” không có cột ${missing.map((field) => ({ day: 'ngày', unit: 'đơn vị', kind: 'loại hoạt động' })[field]).join(', ')}. ${
      found.length > 0 ? `Các cột đọc được: ${list(found)}.` : 'Không tìm thấy dòng tiêu đề.'
    }`,
    remedy:
      'Đặt dòng tiêu đề có “Ngày”, “Đơn vị”, rồi “Loại hoạt động” và “Số lượng”, hoặc mỗi loại một cột: “Hội nghị”, “Phát thanh”, “Tuần tra”.',
  }),
  noUsableRows: ({ file, rows }) => ({
    title: 'Không có dòng nào dùng được',
    detail:
      rows === 0
        ? `“${file}” không có dòng số liệu nào dưới dòng tiêu đề.`
        : `Cả ${whole.format(rows)} dòng của “${file}” đều không dùng được.`,
    remedy:
      rows === 0
        ? 'Nhập số liệu dưới dòng tiêu đề, lưu lại rồi mở lại.'
        : 'Xem lý do của từng dòng, sửa trong tệp rồi mở lại.',
  }),
  tooManyRows: ({ file, rows, limit }) => ({
    title: 'Tệp có quá nhiều dòng',
    detail: `“${file}” có hơn ${whole.format(Math.min(rows, limit))} dòng hoặc điểm; mỗi lần mở được đến ${whole.format(limit)}. ${NO_DATA_LOST}`,
    remedy: 'Chia tệp thành nhiều phần rồi mở từng phần.',
  }),
  noFeatures: ({ file }) => ({
    title: 'Tệp không có đối tượng nào',
    detail: `“${file}” không có điểm, đường hay vùng nào dùng được.`,
    remedy: 'Kiểm tra lại khi xuất từ QGIS: chọn đúng lớp và hệ toạ độ EPSG:4326.',
  }),
  unsupportedCrs: ({ file, crs }) => ({
    title: 'Hệ toạ độ không phải WGS 84',
    detail: `“${file}” dùng “${crs}”. Đọc được WGS 84 (EPSG:4326); với Shapefile có .prj, cả UTM và VN-2000. ${NO_DATA_LOST}`,
    remedy: 'Trong QGIS: Export › Save Features As, chọn GeoJSON và CRS “EPSG:4326 – WGS 84”, rồi mở tệp mới.',
  }),
  cancelled: () => ({ title: 'Đã huỷ', detail: NO_DATA_LOST, remedy: '' }),
};
