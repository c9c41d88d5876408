/** The number of a house, said to be one: "số nhà 12A", "nhà số 5/3", "SN 12", "house 12". */
const HOUSE = /((?:số\s+nhà|nhà\s+số|\bsn|\bhouse(?:\s+no\.?)?|\bno\.)\s*:?\s*)(\d+\p{L}?(?:[/-]\d+\p{L}?)*)/giu;
/** A number before a street, an alley or a capital: "12 Hùng Vương", "12/3 đường Trần Phú". */
const STREET = /(^|[,;]\s*)(\d+\p{L}?(?:\/\d+\p{L}?)*)(?=\s+(?:đường|phố|ngõ|ngách|hẻm|\p{Lu}\p{Ll}+\s+\p{Lu}))/gu;
const ALLEY = /((?:ngõ|ngách|hẻm|alley)\s+)(\d+\p{L}?(?:\/\d+\p{L}?)*)/giu;
/** Whose house: "nhà ông Nguyễn Văn A". */
const OWNER =
  /((?:nhà|gia đình|hộ|quán|cửa hàng)(?:\s+(?:của|riêng))?\s+(?:ông|bà|anh|chị|cô|chú|bác|em)\s+)((?:\p{Lu}[\p{L}.]*\s*)+)/gu;

const masked = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, '•');

/**
 * A place in words without what leads to a person's door: numbers of houses and alleys, and whose house it is. The length of
 * the text stays.
 */
export function maskAddress(text: string): string {
  return text
    .replace(HOUSE, (_, before: string, number: string) => before + masked(number))
    .replace(ALLEY, (_, before: string, number: string) => before + masked(number))
    .replace(STREET, (_, before: string, number: string) => before + masked(number))
    .replace(OWNER, (_, before: string, name: string) => before + masked(name));
}
