import type { EditionInfo } from '../../analysis/openEdition';
import type { ExportTier, PlainDate, ZoneDistances } from '../../domain';
import type { ExportNote } from '../../formats/out/exportFile';
import type { Formatter, Language, Messages } from '../../i18n';
import type { exportWords } from '../../i18n/exportWords';
import type { ExportCounts } from './exportIncidents';

export type ExportMessages = (typeof exportWords)[Language];

/** What is said of a file, in its language. */
export interface NoteFacts {
  readonly words: ExportMessages;
  readonly messages: Messages;
  readonly format: Formatter;
  readonly info: EditionInfo;
  readonly tier: ExportTier;
  readonly zoneM: ZoneDistances;
  readonly selection: string;
  readonly today: PlainDate;
  /** Whether rows without a position are not in the file. */
  readonly isMap: boolean;
}

const join = (parts: readonly (ExportNote | null)[]): ExportNote[] => parts.filter((part) => part !== null);

/** Tier, day, edition, zones, selection, what is simulated and how sure lines and positions are. */
export function exportNotes(
  { words, messages, format, info, tier, zoneM, selection, today, isMap }: NoteFacts,
  counts: ExportCounts,
): ExportNote[] {
  const { about } = words;
  const { id } = info.edition;
  const hasApproximate = info.lines.some(({ exactness }) => exactness === 'approximate');
  const note = (label: string, text: string): ExportNote => ({ label, text });
  return join([
    note(about.tier, `${words.tierName[tier]}. ${words.tierHint[tier]}`),
    counts.simulated > 0
      ? note(about.simulated, about.simulatedText(format.count(counts.simulated), format.count(counts.count)))
      : null,
    note(about.exportedOn, format.date(today)),
    note(about.edition, `${id} (${messages.boundaries.editionName[id] ?? id})`),
    note(
      about.zones,
      about.zonesText(format.metres(zoneM.commune), format.metres(zoneM.district), format.metres(zoneM.province)),
    ),
    note(about.selection, selection),
    note(about.count, format.count(counts.count)),
    isMap && counts.unplaced > 0 ? note(about.leftOut, about.leftOutText(format.count(counts.unplaced))) : null,
    counts.withheld > 0 ? note(about.withheld, about.withheldText(format.count(counts.withheld))) : null,
    hasApproximate ? note(about.accuracy, about.accuracyText) : null,
    tier === 'public' ? null : note(about.coordinates, about.coordinatesText),
    tier === 'partner' ? note(about.partner, about.partnerText) : null,
    tier === 'partner' ? note(about.caution, about.partnerCaution) : null,
    tier === 'public' ? note(about.public, about.publicText) : null,
    tier === 'public' ? note(about.caution, about.publicCaution) : null,
  ]);
}
