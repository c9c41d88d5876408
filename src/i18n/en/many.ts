/** "1 stop", "9 stops": a count as it is written, with its noun. */
export const many = (count: string, noun: string, nouns = `${noun}s`): string =>
  `${count} ${count === '1' ? noun : nouns}`;
