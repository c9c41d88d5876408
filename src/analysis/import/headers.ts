import { foldText } from './foldText';
import type { Field } from './types';

/**
 * How headers call a field, folded. A header that equals a name counts most, one that begins with it less, one that
 * holds it as whole words least; the order of the names does not matter.
 */
const NAMES: Record<Field, readonly string[]> = {
  lat: ['vi do', 'lat', 'latitude', 'y', 'toa do y', 'vi tuyen', 'lat wgs84'],
  lng: ['kinh do', 'lng', 'lon', 'long', 'longitude', 'x', 'toa do x', 'kinh tuyen'],
  position: [
    'toa do',
    'vi tri',
    'position',
    'coordinates',
    'coordinate',
    'location',
    'toa do gps',
    'gps',
    'lat lng',
    'lat lon',
    'vi do kinh do',
    'lien ket ban do',
    'link ban do',
    'duong dan ban do',
    'google maps',
    'google map',
    'map link',
    'link google maps',
  ],
  place: [
    'dia diem',
    'dia diem xay ra',
    'dia diem vi pham',
    'noi xay ra',
    'noi xay ra vu viec',
    'noi vi pham',
    'noi phat hien',
    'khu vuc',
    'khu vuc xay ra',
    'place',
    'place name',
    'scene',
    'where',
    'place of occurrence',
  ],
  date: [
    'ngay',
    'thoi gian',
    'ngay gio',
    'ngay thang',
    'ngay xay ra',
    'thoi gian xay ra',
    'thoi diem',
    'thoi diem xay ra',
    'xay ra',
    'ngay vi pham',
    'ngay phat hien',
    'thoi gian tu',
    'tu ngay',
    'date',
    'datetime',
    'date time',
    'occurred',
    'occurred on',
    'occurred at',
    'occurred from',
    'incident date',
    'occurred date',
  ],
  time: [
    'gio',
    'gio xay ra',
    'luc',
    'tu gio',
    'gio bat dau',
    'time',
    'hour',
    'time of day',
    'occurred time',
    'start time',
    'time from',
  ],
  timeTo: ['den gio', 'gio ket thuc', 'end time', 'time to'],
  dateTo: [
    'thoi gian den',
    'den ngay',
    'ket thuc',
    'ngay ket thuc',
    'occurred to',
    'until',
    'end',
    'end date',
    'date to',
  ],
  reportedOn: [
    'ngay tiep nhan',
    'ngay bao',
    'ngay trinh bao',
    'ngay tin bao',
    'tiep nhan',
    'reported on',
    'date reported',
    'reported date',
    'report date',
  ],
  category: [
    'loai',
    'loai vu viec',
    'loai vu',
    'toi danh',
    'hanh vi',
    'hanh vi vi pham',
    'linh vuc',
    'nhom',
    'loai toi pham',
    'category',
    'offence',
    'offense',
    'crime type',
    'incident type',
    'type',
  ],
  kind: ['tinh chat', 'phan loai', 'hinh thuc', 'hinh thuc xu ly', 'vu an vi pham', 'kind', 'case kind'],
  discovery: [
    'nguon tin',
    'nguon',
    'cach phat hien',
    'phat hien boi',
    'nguon phat hien',
    'discovery',
    'discovered by',
    'how found',
  ],
  persons: [
    'so doi tuong',
    'doi tuong',
    'so nguoi',
    'so nguoi lien quan',
    'sl doi tuong',
    'persons',
    'persons involved',
    'number of persons',
    'people',
    'offenders',
  ],
  unit: [
    'don vi',
    'don vi thu ly',
    'don vi xu ly',
    'dia ban',
    'xa phuong',
    'phuong xa',
    'xa',
    'phuong',
    'ma don vi',
    'unit',
    'unit code',
    'handling unit',
    'commune',
    'ward',
  ],
  status: ['trang thai', 'tinh trang', 'ket qua', 'ket qua xu ly', 'status', 'state', 'outcome'],
  summary: [
    'noi dung',
    'tom tat',
    'mo ta',
    'dien bien',
    'noi dung vu viec',
    'tom tat noi dung',
    'ghi chu',
    'summary',
    'description',
    'details',
    'notes',
    'note',
  ],
  accuracy: [
    'do chinh xac',
    'sai so',
    'sai so vi tri',
    'accuracy',
    'accuracy m',
    'position accuracy',
    'position accuracy m',
  ],
  sourceId: [
    'ma vu viec',
    'ma vu',
    'ma so',
    'so ho so',
    'ma ho so',
    'id',
    'case id',
    'incident id',
    'case number',
    'reference',
  ],
};

/** Single letters and words too common to be looked for inside a longer header. */
const WHOLE_ONLY = new Set([
  'x',
  'y',
  'id',
  'end',
  'type',
  'note',
  'notes',
  'people',
  'xa',
  'phuong',
  'nguon',
  'loai',
  'nhom',
  'ngay',
  'gio',
  'luc',
  'state',
  'time',
  'long',
  'date',
  'doi tuong',
  'ma so',
  'vi tri',
  'khu vuc',
  'place',
  'scene',
  'where',
  'xay ra',
  'unit',
  'don vi',
  'hour',
]);

/** Headers of persons' particulars: never read, whatever else they seem to say. */
const PERSONAL =
  /\b(ho va ten|ho ten|ten doi tuong|can cuoc|cccd|cmnd|cmt|so dien thoai|dien thoai|sdt|dia chi|ngay sinh|nam sinh|que quan|dan toc|ton giao|full name|phone|address|birth|religion|ethnicity|id number|ma vach)\b/;

const EXACT = 3;
const BEGINS = 2;
const HOLDS = 1;

interface Claim {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
}

const byName = new Map<string, Field>();
const longNames: (readonly [name: string, field: Field])[] = [];
for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
  for (const name of names) {
    byName.set(name, field);
    longNames.push([name, field]);
  }
}
longNames.sort((a, b) => b[0].length - a[0].length);

function claimsOf(header: string, column: number): Claim[] {
  const whole = foldText(header);
  if (whole === '' || PERSONAL.test(whole)) return [];
  const outsideBrackets = foldText(header.replace(/[([{].*?[)\]}]/g, ' '));
  const exact = byName.get(whole) ?? byName.get(outsideBrackets);
  if (exact) return [{ column, field: exact, score: EXACT }];
  // A sentence is a title or a value, not a header.
  if (whole.length > 60) return [];
  const claims: Claim[] = [];
  for (const [name, field] of longNames) {
    if (claims.some((claim) => claim.field === field)) continue;
    if (whole.startsWith(`${name} `)) claims.push({ column, field, score: BEGINS + name.length / 100 });
    else if (!WHOLE_ONLY.has(name) && ` ${whole} `.includes(` ${name} `))
      claims.push({ column, field, score: HOLDS + name.length / 100 });
  }
  return claims;
}

/**
 * Which column holds which field, from its headers. The surest claims are granted first; a column and a field are
 * granted once. A date column that is called "Giờ" alone, or a time column without a date, stays what it is called.
 * @param headers  the headers as they stand, left to right
 * @returns column → field, columns counted from 0
 */
export function assignFields(headers: readonly string[]): Map<number, Field> {
  const claims = headers.flatMap((header, column) => claimsOf(header, column));
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const granted = new Map<number, Field>();
  const taken = new Set<Field>();
  for (const { column, field } of claims) {
    if (granted.has(column) || taken.has(field)) continue;
    granted.set(column, field);
    taken.add(field);
  }
  return granted;
}
