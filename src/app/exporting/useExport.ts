import { useCallback } from 'react';
import type { TermList } from '../../domain';
import { describeFilter } from '../../features/incidents';
import type { ExportFrame } from '../../formats/out/exportFile';
import type { ExportWords } from '../../formats/out/incidentRows';
import { catalogues, formatters, useTermsIn } from '../../i18n';
import { exportWords } from '../../i18n/exportWords';
import { useSession } from '../../store';
import { startWorker } from '../../workers/client';
import { useServices } from '../services';
import { useUnitName } from '../wiring/useUnitName';
import { useView } from '../wiring/useView';
import { useZoneM } from '../wiring/useZoneM';
import { type ExportCounts, exportIncidents } from './exportIncidents';
import { exportNotes, type NoteFacts } from './exportNotes';
import { baseName, dialectOf, type ExportOptions, endingOf, isMapFormat } from './exportOptions';
import { publicTables } from './publicTables';

/** A file that was made. */
export interface ExportedFile {
  readonly blob: Blob;
  readonly name: string;
  readonly count: number;
  /** Incidents that are not in it for want of a position. */
  readonly leftOut: number;
}

export interface ExportRun {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** How files are made with these options: null until the engine and the zones are there. */
export function useExport(options: ExportOptions) {
  const { store, border, today } = useServices();
  const info = useView('info');
  const summary = useView('summary');
  const unitName = useUnitName();
  const zoneM = useZoneM();
  const terms = useTermsIn(options.language);
  const { tier, selection, language } = options;
  const messages = catalogues[language];
  const words = exportWords[language];
  const isAll = selection === 'all';
  const simulated = (isAll ? summary?.totalSimulated : summary?.shownSimulated) ?? 0;
  const count = (isAll ? summary?.total : summary?.shown) ?? 0;
  const base = baseName(options, words, { today, hasSimulated: simulated > 0 });
  const name = `${base}.${endingOf(options.format)}`;

  const write = useCallback(
    async ({ onProgress, signal }: ExportRun): Promise<ExportedFile | null> => {
      if (!info || !zoneM || !summary) return null;
      const { filter, scope } = useSession.getState();
      const zoneLayers = store.layers.getSnapshot().filter((layer) => layer.zoneM !== null);
      // A user's zone may be called after someone: outside the cluster only its number leaves.
      const zoneNames = zoneLayers.map((layer, i) => (tier === 'internal' ? layer.name : words.ownZone(String(i + 1))));
      const zoneName = (id: string): string => zoneNames[zoneLayers.findIndex((layer) => layer.id === id)] ?? '';
      // So may what was searched for.
      const tellsTexts = tier === 'internal';
      const format = formatters[language];
      const parts = isAll
        ? []
        : describeFilter(filter, { info, messages, terms, format, unitName, zoneName, tellsTexts });
      const filterText = parts.map(({ text }) => text).join('; ');
      const described = filterText === '' ? words.everything : filterText;
      const noteFacts: NoteFacts = {
        words,
        messages,
        format,
        info,
        tier,
        zoneM,
        selection: described,
        today,
        isMap: isMapFormat(options.format),
      };
      const frame: ExportFrame = {
        name: base,
        sheetTitle: words.sheet,
        dictionaryTitle: words.dictionary,
        dictionaryHeadings: words.dictionaryHeadings,
      };
      if (tier === 'public') {
        const blob = await writePublic(noteFacts, frame);
        return blob && { blob, name, count, leftOut: 0 };
      }
      const done = await exportIncidents({
        store,
        border,
        info,
        scope,
        selection,
        zoneNames,
        unitName,
        choice: {
          format: endingOf(options.format),
          dialect: dialectOf(options.format),
          frame,
          facts: {
            editionId: info.edition.id,
            zoneM,
            exportedOn: today,
            isInternal: tier === 'internal',
            tier: words.tierName[tier],
            selection: described,
            vn2000: options.vn2000 === 'none' ? null : options.vn2000,
          },
          words: valueWords(),
        },
        notesOf: (counts) => exportNotes(noteFacts, counts),
        onProgress,
        signal,
      });
      return done && { blob: done.blob, name, count: done.counts.count, leftOut: leftOutOf(done.counts) };

      function leftOutOf({ unplaced }: ExportCounts): number {
        return isMapFormat(options.format) ? unplaced : 0;
      }

      /** Just the words of the file: a function among them could not be sent to the worker. */
      function valueWords(): ExportWords {
        const namesIn = (list: TermList): Record<string, string> =>
          Object.fromEntries(terms.lists[list].map(({ id }) => [id, terms.name(id)]));
        return {
          columns: words.columns,
          hasOwnProperties: language === 'vi',
          category: namesIn('category'),
          kind: messages.incidents.kindName,
          discovery: messages.incidents.discoveryName,
          status: namesIn('status'),
          level: messages.boundaries.level,
          positionMethod: words.positionMethod,
          caveat: words.caveat,
          doubt: words.doubt,
          simulated: words.simulated,
          real: words.real,
          yes: words.yes,
          no: words.no,
        };
      }

      async function writePublic(facts: NoteFacts, ofFile: ExportFrame): Promise<Blob | null> {
        if (!info || !summary) return null;
        const counts = await border.worker.api.border.countForPublic(selection);
        if (!counts) return null;
        const { categories } = summary;
        const categoryName = (code: number): string => {
          const id = categories[code];
          return id === undefined ? '' : terms.name(id);
        };
        const { tables, tooFew } = publicTables(counts, { info, words, messages, categoryName });
        const told = tooFew.map((title) => ({ label: words.about.caution, text: words.public.tooFew(title) }));
        const notes = exportNotes(facts, { count, simulated, unplaced: 0, withheld: 0 });
        const worker = startWorker(() => undefined);
        try {
          return await worker.api.exports.writePublic({
            format: endingOf(options.format) === 'csv' ? 'csv' : 'xlsx',
            dialect: dialectOf(options.format),
            frame: ofFile,
            csvHeadings: words.public.csvHeadings,
            contents: { tables, notes: [...notes, ...told], hidden: words.public.hidden },
          });
        } finally {
          worker.end();
        }
      }
    },
    [
      info,
      zoneM,
      summary,
      options,
      store,
      border,
      today,
      unitName,
      terms,
      words,
      messages,
      base,
      name,
      count,
      simulated,
      isAll,
      tier,
      selection,
      language,
    ],
  );

  return { isReady: info !== null && zoneM !== null && summary !== null, name, count, simulated, summary, write };
}
