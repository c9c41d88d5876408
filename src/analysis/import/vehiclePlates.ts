/** Province (11 to 99), series (a letter, two, or a letter and a digit), serial (four or five digits). */
const CANDIDATE =
  /(?<![\p{L}\p{N}])(?<!\d[-./,])(?<province>1[1-9]|[2-9]\d)(?:\s?[-.]\s?|\s)?(?<series>[A-HK-NPR-VX-ZĐ](?:[A-HK-NPR-VX-ZĐ]|[1-9])?)(?<gap>(?:\s?[-.]\s?|\s)?)(?<serial>\d{3}[.\-\s]\d{2}|\d{4,5})(?![\p{L}\p{N}]|[.,/-]\d)/giu;
/** Of foreigners: "80-123-NG-45". */
const FOREIGN =
  /(?<![\p{L}\p{N}])(?:1[1-9]|[2-9]\d)\s?[-. ]\s?\d{3}\s?[-. ]\s?(?:NG|QT|CV|NN)\s?[-. ]\s?\d{2,3}(?![\p{L}\p{N}])/giu;
/** Words before what is surely a plate. */
const OF_VEHICLE =
  /(?:biển(?:\s+kiểm\s+soát)?|bks|bsx?|xe(?:\s+(?:máy|tải|con|khách|ô\s?tô|mô\s?tô))?|[ôo]\s?tô|mô\s?tô|plate|vehicle)(?:\s+số)?\s*[:(]?\s*$/iu;
/** Words before what is numbered alike and is none. */
const OF_OTHER =
  /(?<!\p{L})(?:lô|ô|thửa|tờ|hộp|hòm|thùng|kiện|kệ|phòng|căn(?:\s+hộ)?|lớp|nhà|khu|tổ|ngõ|ngách|km|ql|đt|dt|tl|quốc\s+lộ|tỉnh\s+lộ|đường|hợp\s+đồng|văn\s+bản|công\s+văn|quyết\s+định|biên\s+bản|box|room|lot|plot|road|class)(?:\s+(?:thư|đất))?(?:\s+số)?\s*[:(]?\s*$/iu;
/** What makes a number an amount. */
const UNIT_AFTER =
  /^\s*(?:đồng|đ|vnđ|vnd|triệu|tỷ|nghìn|ngàn|usd|người|hộ|vụ|viên|gam|gram|kg|g|km|cm|mm|ha|m2|m²|m|lít|giờ|%)(?!\p{L})/iu;
/** Letters that follow a number as hours, thousands, metres or tonnes. */
const MEASURES = /^[hkgmt]$/i;

interface Candidate {
  readonly series: string;
  readonly gap: string;
  readonly serial: string;
}

/** Whether what is written like a plate could as well be a time, a class, a price, a year. */
function isVague({ series, gap, serial }: Candidate): boolean {
  if (serial.length === 6) return false;
  const isApart = /^\s+$/.test(gap);
  if (isApart && (MEASURES.test(series) || /^(?:19|20)\d{2}$/.test(serial))) return true;
  return series !== series.toUpperCase();
}

/**
 * The text with every vehicle's plate replaced by as many other characters; roads, parcels, rooms, times and amounts that are written
 * alike are left.
 * @param replace  what stands for a plate; its length is to stay
 */
export function replaceVehiclePlates(text: string, replace: (plate: string) => string): string {
  const found = text.replace(CANDIDATE, (plate: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Candidate;
    const at = rest.at(-3) as number;
    const before = text.slice(Math.max(0, at - 40), at);
    if (OF_VEHICLE.test(before)) return replace(plate);
    const isOther = OF_OTHER.test(before) || UNIT_AFTER.test(text.slice(at + plate.length, at + plate.length + 12));
    return isOther || isVague(groups) ? plate : replace(plate);
  });
  return found.replace(FOREIGN, replace);
}
