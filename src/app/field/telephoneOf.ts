/** Seven digits or more, as they are written in groups. */
const TELEPHONE = /\+?\d[\d .-]{5,}\d/;

/** What a telephone dials of a contact that may hold several numbers and words, the first; null: a channel, which no telephone calls. */
export function telephoneOf(contact: string): string | null {
  const [found] = TELEPHONE.exec(contact) ?? [];
  return found?.replace(/[^\d+]/g, '') ?? null;
}
