import { plusCodeKind } from '../../geo/plusCode';

/** A plus code may stand before or after the words that say where it is. */
const CODED = /(?:^|[\s,;(])([2-9CFGHJMPQRVWX]{4,8}0{0,4}\+[2-9CFGHJMPQRVWX]{0,7})(?=$|[\s,;)])/iu;

/**
 * The plus code of a text and the words around it: "8C2P+XX Việt Trì, Phú Thọ".
 * @returns null where it holds none
 */
export function splitPlusCode(
  text: string,
): { readonly code: string; readonly isFull: boolean; readonly words: string } | null {
  const match = CODED.exec(text);
  const code = match?.[1];
  const kind = code ? plusCodeKind(code) : null;
  if (!match || !code || !kind) return null;
  const words = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { code, isFull: kind === 'full', words: words.replace(/^[\s,;()]+|[\s,;()]+$/g, '') };
}
