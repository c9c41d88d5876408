/** Types Vietnamese for the fonts of the time before Unicode: the other way round than the product, from the letters' parts. */
const VNI_TONES = { '\u0300': 'ø', '\u0301': 'ù', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' } as const;
const VNI_ROUND = { '': 'â', '\u0300': 'à', '\u0301': 'á', '\u0309': 'å', '\u0303': 'ã', '\u0323': 'ä' } as const;
const VNI_SHORT = { '': 'ê', '\u0300': 'è', '\u0301': 'é', '\u0309': 'ú', '\u0303': 'ü', '\u0323': 'ë' } as const;
const VNI_I = { '\u0300': 'ì', '\u0301': 'í', '\u0309': 'æ', '\u0303': 'ó', '\u0323': 'ò' } as const;

function typeVniLetter(letter: string): string {
  if (letter === 'đ') return 'ñ';
  const parts = letter.normalize('NFD');
  const base = parts[0]!;
  const tone = (parts.match(/[\u0300\u0301\u0309\u0303\u0323]/)?.[0] ?? '') as keyof typeof VNI_ROUND;
  const simple = tone === '' ? '' : VNI_TONES[tone];
  if (base === 'i' && tone !== '') return VNI_I[tone];
  if (base === 'y' && tone === '\u0323') return 'î';
  if (parts.includes('\u0302')) return base + VNI_ROUND[tone];
  if (parts.includes('\u0306')) return base + VNI_SHORT[tone];
  if (parts.includes('\u031b')) return (base === 'o' ? 'ô' : 'ö') + simple;
  return base + simple;
}

export function typeVni(text: string): string {
  return [...text]
    .map((letter) => {
      const typed = typeVniLetter(letter.toLowerCase());
      return letter === letter.toLowerCase() ? typed : typed.toUpperCase();
    })
    .join('');
}

/** TCVN 5712:1993 by code: 0xA1 …, as the standard's table lists the letters; `.` where the third set has none. */
const TCVN3_FROM_A1 = 'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';

export function typeTcvn3(text: string): string {
  return [...text]
    .map((letter) => {
      const upper = TCVN3_FROM_A1.indexOf(letter);
      const at = upper >= 0 ? upper : TCVN3_FROM_A1.indexOf(letter.toLowerCase());
      return at < 0 || letter === '.' ? letter : String.fromCharCode(0xa1 + at);
    })
    .join('');
}

/** The bytes of a file that was typed so. */
export const bytesOf = (typed: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(typed, (sign) => {
    const code = sign.charCodeAt(0);
    if (code > 255) throw new Error(`No byte for ${sign}`);
    return code;
  });
