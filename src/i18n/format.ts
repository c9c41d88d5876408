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
  /** When something happened: a moment, a span, or a day alone; read again as it is written. */
  readonly when: (span: { readonly from: string; readonly to: string }) => string;
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
  const when = ({ from, to }: { readonly from: string; readonly to: string }): string => {
    const isSameDay = from.slice(0, 10) === to.slice(0, 10);
    const isOfDays = from.endsWith('T00:00') && to.endsWith('T23:59');
    if (isOfDays) return isSameDay ? date(from) : `${date(from)} – ${date(to)}`;
    if (from === to) return dateTime(from);
    return isSameDay ? `${dateTime(from)}–${to.slice(11, 16)}` : `${dateTime(from)} – ${dateTime(to)}`;
  };
  return {
    count: (value) => whole.format(value),
    decimal,
    distance: (metres) => (metres < 1000 ? `${whole.format(metres)} m` : `${decimal(metres / 1000, 2)} km`),
    metres: (metres) => `${whole.format(metres)} m`,
    area: (km2) => `${decimal(km2, 2)} km²`,
    percent: (share, digits = 0) => `${decimal(share * 100, digits)} %`,
    date,
    dateTime,
    when,
  };
}

export const formatters: Record<Language, Formatter> = { vi: makeFormatter('vi'), en: makeFormatter('en') };
