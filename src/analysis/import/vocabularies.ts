import type { Category, Discovery, IncidentKind, Status } from '../../domain';
import { foldText } from './foldText';

/** Words after `=` count only where they are the whole text: "an" is a case, "an toàn" is none. */
type Vocabulary<T extends string> = readonly (readonly [value: T, words: readonly string[]])[];

/**
 * Words by which files name a category, folded; the first category that a text holds a word of is taken, so the narrower
 * ones stand first.
 */
const CATEGORY_WORDS: Vocabulary<Category> = [
  ['trafficking', ['mua ban nguoi', 'buon nguoi', 'trafficking', 'mua ban tre em']],
  ['drugs', ['ma tuy', 'heroin', 'drug', 'drugs', 'narcotic', 'narcotics', 'can sa', 'chat cam']],
  [
    'loanSharking',
    [
      'tin dung den',
      'cho vay lai',
      'cho vay nang lai',
      'lai nang',
      'loan sharking',
      'loansharking',
      'loan shark',
      'usury',
      'doi no',
    ],
  ],
  [
    'theft',
    [
      'trom',
      'trom cap',
      'cuop',
      'cuop giat',
      'cong nhien chiem doat',
      'theft',
      'burglary',
      'robbery',
      'stealing',
      'lua dao',
      'chiem doat tai san',
    ],
  ],
  [
    'landDispute',
    [
      'dat dai',
      'tranh chap dat',
      'giai phong mat bang',
      'lan chiem',
      'landdispute',
      'land dispute',
      'land',
      'land clearance',
      'boundary dispute',
    ],
  ],
  [
    'environment',
    [
      'moi truong',
      'o nhiem',
      'xa thai',
      'khai thac cat',
      'cat soi',
      'cat tac',
      'rac thai',
      'environment',
      'pollution',
      'sand mining',
      'khoang san',
    ],
  ],
  [
    'traffic',
    [
      'giao thong',
      'attg',
      'atgt',
      'tai nan',
      'dua xe',
      'nong do con',
      'traffic',
      'road',
      'accident',
      'racing',
      'qua tai',
    ],
  ],
  [
    'socialVice',
    [
      'te nan',
      'danh bac',
      'co bac',
      'da ga',
      'so de',
      'ghi lo de',
      'lo de',
      'mai dam',
      'socialvice',
      'social vice',
      'gambling',
      'prostitution',
      'vice',
    ],
  ],
  [
    'publicOrder',
    [
      'trat tu',
      'gay roi',
      'danh nhau',
      'co y gay thuong tich',
      'xo xat',
      'publicorder',
      'public order',
      'disorder',
      'fight',
      'fighting',
      'assault',
      'gay mat trat tu',
      'phao',
      'vu khi',
    ],
  ],
  ['other', ['khac', 'other', 'others', 'misc']],
];

const KIND_WORDS: Vocabulary<IncidentKind> = [
  ['administrative', ['hanh chinh', 'vphc', 'vi pham', 'administrative', 'violation', 'xu phat']],
  ['criminal', ['hinh su', 'vu an', '=an', 'toi pham', 'khoi to', 'criminal', 'crime', '=case', '=vu']],
];

const DISCOVERY_WORDS: Vocabulary<Discovery> = [
  [
    'reported',
    [
      'tin bao',
      'to giac',
      'nguoi dan',
      'trinh bao',
      'duoc bao',
      'quan chung',
      'nhan dan',
      'bao tin',
      'reported',
      'report',
      'citizen',
      'public',
      'complaint',
    ],
  ],
  [
    'discovered',
    ['tuan tra', 'phat hien', 'bat qua tang', 'kiem tra', 'luc luong', 'discovered', 'patrol', 'found', 'police'],
  ],
];

const STATUS_WORDS: Vocabulary<Status> = [
  ['open', ['chua', 'dang', 'moi', 'open', 'pending', 'in progress', 'dang xu ly', 'new', 'tiep nhan']],
  ['transferred', ['chuyen', 'ban giao', 'transferred', 'transfer', 'forwarded']],
  [
    'handled',
    [
      'da xu ly',
      'da giai quyet',
      'xong',
      'hoan thanh',
      'da phat',
      'xu phat',
      'ket thuc',
      'khoi to',
      'handled',
      'closed',
      'done',
      'resolved',
      'da xu phat',
    ],
  ],
];

function readerOf<T extends string>(vocabulary: Vocabulary<T>): (text: string) => T | null {
  const exact = new Map<string, T>();
  for (const [value, words] of vocabulary)
    for (const word of [value.toLowerCase(), ...words]) exact.set(word.replace('=', ''), value);
  return (text) => {
    const folded = foldText(text);
    const whole = exact.get(folded);
    if (whole) return whole;
    const padded = ` ${folded} `;
    const hit = vocabulary.find(([, words]) => words.some((word) => padded.includes(` ${word} `)));
    return hit ? hit[0] : null;
  };
}

/** What a text of a file means in the product's words; null where it holds none of the known ones. */
export const readCategory = readerOf(CATEGORY_WORDS);
export const readKind = readerOf(KIND_WORDS);
export const readDiscovery = readerOf(DISCOVERY_WORDS);
export const readStatus = readerOf(STATUS_WORDS);
