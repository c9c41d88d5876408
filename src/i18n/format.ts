import type { Language } from './messages';

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export interface Formatter {
  /** 1234 → 1.234 */
  readonly count: (value: number) => string;
  /** With a fixed number of decimals: 1,50 */
  readonly decimal: (value: number, digits?: number) => string;
  /** A distance in metres: 350 m, 1,25 km. */
  readonly distance: (metres: number) => string;
  /** Always in metres, as it is set: 1.500 m. */
  readonly metres: (metres: number) => string;
  readonly area: (km2: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  /** A plain date (or the date of a wall clock): 05/03/2019. */
  readonly date: (day: string) => string;
  /** A wall clock: 05/03/2019 21:30. */
  readonly dateTime: (wallClock: string) => string;
  /** When something happened: a moment, a day where only the day is known, or a span: 03/05/2025 22:00 – 04/05/2025 06:00. */
  readonly when: (occurred: { readonly from: string; readonly to: string }) => string;
}

function makeFormatter(language: Language): Formatter {
  const locale = LOCALE[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const byDigits = new Map<number, Intl.NumberFormat>();
  const decimal = (value: number, digits = 2): string => {
    let format = byDigits.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      byDigits.set(digits, format);
    }
    return format.format(value);
  };
  const date = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');
  const dateTime = (wallClock: string): string => `${date(wallClock)} ${wallClock.slice(11, 16)}`;
  return {
    count: (value) => whole.format(value),
    decimal,
    distance: (metres) => (metres < 1000 ? `${whole.format(metres)} m` : `${decimal(metres / 1000, 2)} km`),
    metres: (metres) => `${whole.format(metres)} m`,
    area: (km2) => `${decimal(km2, 2)} km²`,
    percent: (share, digits = 0) => `${decimal(share * 100, digits)} %`,
    date,
    dateTime,
    when: ({ from, to }) => {
      if (from === to) return dateTime(from);
      const isSameDay = from.slice(0, 10) === to.slice(0, 10);
      if (from.endsWith('T00:00') && to.endsWith('T23:59'))
        return isSameDay ? date(from) : `${date(from)} – ${date(to)}`;
      return `${dateTime(from)} – ${isSameDay ? to.slice(11, 16) : dateTime(to)}`;
    },
  };
}

export const formatters: Record<Language, Formatter> = { vi: makeFormatter('vi'), en: makeFormatter('en') };
