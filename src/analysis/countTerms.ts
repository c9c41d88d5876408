import type { IncidentColumns } from './incidentColumns';

/** How many incidents of the register name each category and each status, by id; terms that none names may be missing. */
export function countTerms(columns: IncidentColumns): Record<string, number> {
  const uses: Record<string, number> = {};
  for (const [names, codes] of [
    [columns.categories, columns.category],
    [columns.statuses, columns.status],
  ] as const) {
    const counts = new Uint32Array(names.length);
    for (let i = 0; i < columns.count; i += 1) counts[codes[i]!]! += 1;
    names.forEach((name, code) => {
      uses[name] = counts[code]!;
    });
  }
  return uses;
}
