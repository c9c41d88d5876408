import { foldText } from './foldText';

/** Minutes from the beginning of the day, 1440 and more where the night goes on; equal where a single time is told. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const hours = (from: number, to: number): TimeSpan => ({ from: from * 60, to: to * 60 - 1 });

/** The parts of a day, both ends included; the night goes on into the next day. Neighbours overlap where people differ. */
const PARTS: Readonly<Record<string, TimeSpan>> = {
  'rang sang': hours(0, 6),
  'gan sang': hours(3, 6),
  sang: hours(5, 11),
  'sang som': hours(4, 8),
  trua: hours(11, 13),
  chieu: hours(13, 18),
  'chieu toi': hours(16, 20),
  toi: hours(18, 22),
  dem: hours(22, 30),
  'nua dem': hours(23, 26),
  'ban ngay': hours(6, 18),
  'ban dem': hours(18, 30),
  'early morning': hours(0, 6),
  dawn: hours(4, 6),
  morning: hours(5, 11),
  noon: hours(11, 13),
  afternoon: hours(13, 18),
  evening: hours(18, 22),
  night: hours(22, 30),
};

const AROUND = /^(?:(?:vao|luc|khoang|hoi|buoi|in the|during the|at|the) )+/;

/** The span that a part of the day is: "đêm" → 22:00 to 05:59 of the next day; null where the text is none. */
export function partOfDay(text: string): TimeSpan | null {
  if (text.length > 40) return null;
  return PARTS[foldText(text).replace(AROUND, '')] ?? null;
}
