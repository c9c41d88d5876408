import type { DropReason, RoadClass, RoadFileFault, RoadFormat } from '../../domain';

const FAULT: Record<RoadFileFault, string> = {
  truncated: 'tệp bị cụt',
  blockHeader: 'đầu khối sai',
  blockTooLarge: 'khối quá lớn',
  compression: 'kiểu nén chưa hỗ trợ',
  inflate: 'dữ liệu nén hỏng',
  content: 'nội dung khối hỏng',
  order: 'tệp ghi là đã sắp xếp nhưng không phải',
  syntax: 'sai cú pháp',
  encoding: 'chữ sai bảng mã',
  entities: 'tệp tự định nghĩa thực thể, không nhận',
  tooDeep: 'lồng quá sâu',
  tooLong: 'một phần tử quá dài',
};

const DROPPED: Record<DropReason, string> = {
  notARoad: 'không phải đường',
  notInUse: 'đang làm, đã bỏ hoặc dự kiến',
  area: 'là vùng, không phải đường',
  closedToAll: 'cấm mọi phương tiện',
  tooFewNodes: 'ít hơn hai điểm',
  missingNodes: 'thiếu điểm trong tệp',
  outsideBox: 'ngoài vùng cụm',
};

const CLASS: Record<RoadClass, string> = {
  motorway: 'Cao tốc',
  trunk: 'Quốc lộ chính',
  primary: 'Quốc lộ, đường chính',
  secondary: 'Đường tỉnh',
  tertiary: 'Đường huyện',
  unclassified: 'Đường xã',
  residential: 'Đường khu dân cư',
  livingStreet: 'Đường ưu tiên đi bộ',
  service: 'Đường nội bộ',
  track: 'Đường ruộng, lâm nghiệp',
  path: 'Đường mòn',
  footway: 'Lối đi bộ',
  cycleway: 'Đường xe đạp',
  steps: 'Bậc thang',
  ferry: 'Phà',
  unknown: 'Không rõ loại',
};

const FORMAT: Record<RoadFormat, string> = {
  pbf: 'OpenStreetMap (.osm.pbf)',
  osmXml: 'OpenStreetMap (.osm)',
  overpass: 'Overpass JSON',
  geojson: 'GeoJSON',
  gpx: 'vết GPX',
};

export const roads = {
  follow: 'Tính đường theo',
  straight: (factor: string) => `Đường thẳng × ${factor} (gần đúng)`,
  straightHint: 'Dùng khi chưa có mạng đường. Không đi qua sông ngoài các cầu, phà đã đánh dấu.',
  networkHint: (km: string, share: string, day: string) =>
    `${km} km đường, ${share} liền một mạng${day === '' ? '' : `, dữ liệu ngày ${day}`}.`,
  add: 'Thêm mạng đường từ tệp…',
  addHint: '.osm.pbf, .osm, Overpass JSON, GeoJSON hoặc vết GPX.',
  help: 'Lấy dữ liệu đường ở đâu?',

  // Hộp đọc tệp
  title: 'Thêm mạng đường',
  reading: 'Đang đọc tệp…',
  onlyNear: 'Chỉ lấy đường trong vùng cụm và 10 km chung quanh',
  name: 'Tên mạng đường',
  nameMissing: 'Hãy đặt tên.',
  keep: 'Lưu mạng đường',
  kept: (name: string) => `Đã lưu mạng đường “${name}”.`,
  from: (format: string) => `Đọc từ ${format}`,
  ways: (ways: string, km: string) => `${ways} đoạn đường, ${km} km`,
  pieces: (count: string, share: string) =>
    count === '1' ? 'Tất cả liền một mạng.' : `${count} mảng rời nhau; mảng lớn nhất có ${share} chiều dài.`,
  scattered: 'Nhiều đường không nối với nhau: nơi ở mảng rời sẽ không tới được.',
  dataDay: (day: string) => `Dữ liệu ngày ${day}.`,
  noDataDay: 'Tệp không ghi ngày của dữ liệu.',
  remark: (text: string) => `Máy chủ báo chưa trả hết dữ liệu: “${text}”`,
  cut: (count: string) => `${count} đường bị cắt vì tệp thiếu điểm của chúng.`,
  barriers: (count: string) => `${count} chỗ có rào hoặc cọc chặn ô tô: đường vẫn được coi là thông.`,
  joined: (merged: string, inserted: string) =>
    `Đã nối ${merged} đầu đường ở gần nhau và ${inserted} chỗ đường chạm đường.`,
  crossings: (count: string, repeated: string) =>
    `${count} chỗ vết cắt nhau thành nút; ${repeated} đoạn đi lại chỉ lấy một lần.`,
  class: 'Loại đường',
  waysHead: 'Đoạn',
  kmHead: 'km',
  classes: 'Theo loại đường',
  dropped: 'Bỏ ra',
  droppedNone: 'Không bỏ gì.',
  reason: 'Lý do',
  count: 'Số lượng',
  dropReason: DROPPED,
  className: CLASS,
  formatName: FORMAT,
  source: (attribution: string) => `Nguồn: ${attribution}.`,

  // Tới được không
  reckoning: 'Đang tính đường đi giữa các điểm…',
  otherWays: 'Kế hoạch này được tính theo đường khác với đường đang chọn.',
  stale: (count: string) => `Giờ của ${count} lộ trình không còn khớp.`,
  staleDetail: 'Từ khi lập, đường, tốc độ, phương tiện, trụ sở hoặc điểm đã đổi.',
  retime: 'Tính lại giờ theo hiện tại',
  retimed: 'Đã tính lại giờ của mọi lộ trình.',
  courseOther: 'Đường vẽ bỏ trống: kế hoạch được tính theo đường khác với đường đang chọn.',
  plannedOn: (name: string) => `Lộ trình theo mạng đường “${name}”.`,
  networkGone: 'Mạng đường của kế hoạch này đã bị xoá: giờ và quãng đường vẫn là của mạng đó.',
  reckonFailed: 'Không tính được đường đi',
  farTitle: (count: string) => `${count} nơi không tới được bằng đường`,
  farNote: (distance: string) =>
    `Không có đường nào trong vòng ${distance}, hoặc đường ở đó không nối với mạng. Vẽ thêm đường, đổi phương tiện hoặc dời nơi đó.`,
  walkTitle: (count: string) => `${count} nơi phải đi bộ thêm`,
  partTitle: (count: string) => `${count} đoạn chỉ có đường đi sát một phần`,
  allNear: (posts: string, tasks: string) => `${posts} trụ sở và ${tasks} điểm đều tới được.`,
  place: 'Nơi',
  mode: 'Phương tiện',
  distance: 'Cách đường',
  near: 'Phần có đường sát',

  // Tốc độ
  speeds: 'Tốc độ',
  speedsNote: 'km/h, kể cả lúc chậm ở ngã ba; 0 là không đi. Số ban đầu là ước lượng, dưới mức luật cho phép.',
  speed: (mode: string, roadClass: string) => `${mode}, ${roadClass}, km/h`,
  speedsSaved: 'Đã đổi tốc độ.',
  speedsReset: 'Trở lại tốc độ ban đầu',

  // Vật cản
  barriersTitle: 'Vật cản (sông, kênh, đường sắt)',
  barriersNote: 'Không ai đi qua các đường này ngoài chỗ có cầu, phà.',
  barriersEmpty: 'Chưa có vật cản nào: lộ trình có thể đi thẳng qua sông.',
  addRivers: 'Thêm các sông từng là ranh giới tỉnh',
  riversName: 'Sông từng là ranh giới tỉnh',
  addBarrier: 'Vẽ vật cản trên bản đồ',
  newBarrier: 'Vật cản tự vẽ',
  barrierAdded: (name: string) => `Đã thêm “${name}” làm vật cản.`,
  keepDrawn: 'Thêm vào mạng đường',
  roadName: 'Tên đường (không bắt buộc)',
  riversAdded: 'Đã thêm sông làm vật cản. Hãy đánh dấu cầu và phà.',
  asBarrier: (name: string) => `“${name}” là vật cản`,
  crossingsTitle: 'Cầu, phà',
  crossingsEmpty: 'Chưa có cầu, phà nào được đánh dấu.',
  addCrossing: 'Đánh dấu cầu hoặc phà trên bản đồ',
  crossingName: (number: string) => `Cầu, phà ${number}`,
  crossingAdded: (name: string) => `Đã đánh dấu “${name}”.`,
  removeCrossing: (name: string) => `Xoá dấu cầu, phà “${name}”`,
  crossingRemoved: (name: string) => `Đã xoá dấu “${name}”.`,

  // Vẽ
  draw: 'Vẽ thêm đường trên bản đồ',
  drawNote: 'Đầu đường cách đường có sẵn dưới 20 m được nối vào.',
  drawn: 'Đã thêm đường vẽ vào mạng.',
  drawnName: 'Đường tự vẽ',
  drawnClass: 'Loại của đường vẽ',
  drawnTooShort: 'Đường quá ngắn: mọi điểm đều nối vào cùng một chỗ. Hãy vẽ dài hơn 20 m.',
  networkUnreadable: (name: string) =>
    `Không đọc được mạng đường “${name}” nên chưa thêm gì. Hãy tải lại trang; nếu vẫn vậy, thêm lại mạng đường từ tệp.`,

  problem: {
    brokenRoadFile: (file: string, format: RoadFormat, fault: RoadFileFault, where: string, detail: string) => ({
      title: 'Tệp đường bị hỏng',
      detail: `“${file}” (${FORMAT[format]}), ${where}: ${FAULT[fault]}${detail === '' ? '' : ` (“${detail}”)`}. Chưa lưu gì, dữ liệu cũ còn nguyên.`,
      remedy: 'Tải lại tệp từ nơi đã lấy, kiểm tra tải xong hẳn rồi mở lại.',
    }),
    atBlock: (block: string, byte: string) => `khối ${block}, từ byte ${byte}`,
    atLine: (line: string) => `dòng ${line}`,
    atSign: (position: string, line: string) => `ký tự ${position}, dòng ${line}`,
    unsupportedRoadFeatures: (file: string, features: string) => ({
      title: 'Chưa đọc được loại tệp .osm.pbf này',
      detail: `“${file}” cần: ${features}.`,
      remedy: 'Hãy lấy bản trích thường (không kèm lịch sử sửa đổi).',
    }),
    unreadableSource: (file: string, byte: string) => ({
      title: 'Không đọc tiếp được tệp',
      detail: `“${file}” dừng ở byte ${byte}: tệp bị xoá, bị sửa hoặc ổ đĩa bị rút khi đang đọc.`,
      remedy: 'Chép tệp vào máy rồi mở lại.',
    }),
    tooManyRoads: (file: string, limit: string) => ({
      title: 'Quá nhiều đường',
      detail: `“${file}” có hơn ${limit} điểm đường; chưa lưu gì.`,
      remedy: 'Chọn “Chỉ lấy đường trong vùng cụm”, hoặc lấy bản trích nhỏ hơn.',
    }),
    noRoads: (file: string, dropped: string) => ({
      title: 'Tệp không có đường nào dùng được',
      detail: dropped === '' ? `“${file}” không có đường nào.` : `“${file}”: ${dropped}.`,
      remedy: 'Kiểm tra tệp có phải của vùng này không; nếu đúng, bỏ chọn “Chỉ lấy đường trong vùng cụm”.',
    }),
    unknownRoadFormat: (file: string) => ({
      title: 'Không phải tệp mạng đường',
      detail: `“${file}” không phải .osm.pbf, .osm, Overpass JSON, GeoJSON hay GPX.`,
      remedy: 'Xem “Lấy dữ liệu đường ở đâu?” để lấy đúng loại tệp.',
    }),
  },

  helpTitle: 'Lấy dữ liệu đường miễn phí',
  helpIntro:
    'Dữ liệu OpenStreetMap do cộng đồng lập, miễn phí, phải ghi nguồn “© OpenStreetMap contributors” (giấy phép ODbL). Cần mạng một lần để tải; sau đó dùng ngoại tuyến.',
  helpSmall: 'Cách 1: chỉ vùng của cụm (nhanh, vài MB)',
  helpSmallSteps: (box: string) => [
    'Trên máy có mạng, mở overpass-turbo.eu.',
    'Dán câu lệnh dưới đây vào ô bên trái rồi bấm “Run” (Chạy). Câu lệnh đã có sẵn vùng của cụm.',
    `[out:json][timeout:180];way["highway"](${box});(._;>;);out;`,
    'Bấm “Export” (Xuất) › “raw OSM data” (dữ liệu gốc) để tải tệp.',
    'Chép tệp vào máy này (USB, mạng nội bộ) và bấm “Thêm mạng đường từ tệp…”.',
  ],
  helpLarge: 'Cách 2: cả nước (tệp lớn, không cần câu lệnh)',
  helpLargeSteps: [
    'Trên máy có mạng, mở download.geofabrik.de › Asia › Vietnam và tải tệp vietnam-latest.osm.pbf (vài trăm MB).',
    'Chép tệp vào máy này và bấm “Thêm mạng đường từ tệp…”. Giữ dấu chọn “Chỉ lấy đường trong vùng cụm”: chương trình chỉ lưu phần cần.',
  ],
  helpOther: 'Cách 3: không có mạng',
  helpOtherSteps: [
    'Vết GPX của các chuyến tuần tra thật: chép từ điện thoại hoặc máy định vị, mở như tệp mạng đường. Nên gộp nhiều chuyến vào một tệp.',
    'Tệp GeoJSON đường giao thông của huyện, tỉnh (QGIS: Xuất › Lưu đối tượng thành, EPSG:4326).',
    'Hoặc vẽ các đường chính ngay trên bản đồ.',
  ],
  copy: 'Chép câu lệnh',
  copied: 'Đã chép câu lệnh.',
};
