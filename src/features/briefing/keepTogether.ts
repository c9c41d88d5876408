/** A number with its unit, and a sign with its number, in one line: seen from afar, a lone “%” says nothing. */
export const keepTogether = (text: string): string =>
  text.replace(/(?<=\d) (?=%|k?m\b)| (?=[=<>] )|(?<= [=<>]) /g, '\u00a0');
