import type { ImportCounts, IncidentDraft, RejectedRow, RejectReason } from './types';

/** What a file holds, in numbers. */
export function countDrafts(incidents: readonly IncidentDraft[], rejected: readonly RejectedRow[]): ImportCounts {
  const byReason: Partial<Record<RejectReason, number>> = {};
  for (const { reason } of rejected) byReason[reason] = (byReason[reason] ?? 0) + 1;
  let [criminal, persons, withUnit] = [0, 0, 0];
  for (const incident of incidents) {
    if (incident.kind === 'criminal') criminal += 1;
    if (incident.unitCode) withUnit += 1;
    persons += incident.personsInvolved;
  }
  return {
    rows: incidents.length + rejected.length,
    usable: incidents.length,
    rejected: byReason,
    criminal,
    administrative: incidents.length - criminal,
    persons,
    withUnit,
  };
}
