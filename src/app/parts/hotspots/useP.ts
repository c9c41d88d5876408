import { useFormat } from '../../../i18n';

const DIGITS = 3;

/** A probability behind its sign: "= 0,034", or "< 0,001" where more is not worth telling. */
export function useP(): (p: number) => string {
  const format = useFormat();
  const least = 10 ** -DIGITS;
  return (p) => (p < least ? `< ${format.decimal(least, DIGITS)}` : `= ${format.decimal(p, DIGITS)}`);
}
