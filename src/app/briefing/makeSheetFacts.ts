import { dayOfMinutes } from '../../analysis/incidentColumns';
import type { ExportTier } from '../../domain';
import type { SheetFacts } from '../../features/briefing/sheetFacts';
import { describeFilter } from '../../features/incidents';
import { catalogues, formatters, type Language, termWords } from '../../i18n';
import { exportWords } from '../../i18n/exportWords';
import { pictureWords } from '../../i18n/pictureWords';
import type { MapTheme } from '../../map/types';
import { useSession } from '../../store';
import type { Services } from '../services';
import { sheetLegend } from './sheetLegend';
import { zoneMNow } from './zoneMNow';

export interface SheetWish {
  readonly language: Language;
  readonly theme: MapTheme;
  readonly tier: ExportTier;
}

/**
 * What stands beside a picture of what the session shows now: title, period, filter, legend, edition, tier, day, what is simulated and what
 * is approximate.
 * @returns null until borders and register are read
 */
export function makeSheetFacts(services: Services, { language, theme, tier }: SheetWish): SheetFacts | null {
  const { border, store, shownMap, today } = services;
  const { info, summary, unitNames } = border.view.getSnapshot();
  const zoneM = zoneMNow(services);
  const shown = shownMap.getSnapshot();
  if (!info || !summary || !zoneM || !shown) return null;
  const messages = catalogues[language];
  const format = formatters[language];
  const words = pictureWords[language];
  const { about, tierName } = exportWords[language];
  const terms = termWords(store.terms.getSnapshot(), messages);
  const { filter } = useSession.getState();
  const layers = store.layers.getSnapshot();
  const isInternal = tier === 'internal';
  const zoneLayers = layers.filter((layer) => layer.zoneM !== null);
  const parts = describeFilter(filter, {
    info,
    messages,
    terms,
    format,
    unitName: (code) => unitNames.get(code) ?? code,
    zoneName: (id) => {
      const i = zoneLayers.findIndex((layer) => layer.id === id);
      return isInternal ? (zoneLayers[i]?.name ?? id) : words.ownLayer(String(i + 1));
    },
    tellsTexts: isInternal,
  });
  const filterText = parts
    .filter(({ key }) => key !== 'occurred')
    .map(({ text }) => text)
    .join('; ');
  const { span, shown: count, shownFlagged, shownSimulated } = summary;
  const period =
    parts.find(({ key }) => key === 'occurred')?.text ??
    (span ? `${format.date(dayOfMinutes(span[0]))} – ${format.date(dayOfMinutes(span[1]))}` : words.noIncidents);
  const hasApproximate = info.lines.some(({ exactness }) => exactness === 'approximate');
  const { id } = info.edition;
  const cluster = store.clusters.getSnapshot()[0]?.name ?? messages.common.appName;
  const { facts } = words;
  const isPublic = tier === 'public';
  const mayTell = shown.key !== null && !isPublic && (isInternal || !shown.content.patrols);
  return {
    title: mayTell && shown.key ? words.overlayTitle(shown.key.title, cluster) : words.mapTitle(cluster),
    subtitle: [`${facts.period}: ${period.replace(/^[^:]*: /, '')}`, ...(filterText ? [filterText] : [])].join(' · '),
    isSimulated: shownSimulated > 0,
    legend: sheetLegend(services, {
      language,
      theme,
      tier,
      terms,
      incidents: {
        total: summary.shown,
        flagged: summary.shownFlagged,
        doubtful: summary.shownUnsure + summary.shownMaybe,
        byCategory: new Map(summary.categories.map((category, code) => [category, summary.facets.category[code] ?? 0])),
      },
    }),
    statements: [
      ...(isPublic
        ? []
        : [
            {
              label: facts.incidents,
              text: words.counted(format.count(count), format.count(shownFlagged)),
            },
          ]),
      ...(shownSimulated > 0
        ? [
            {
              label: facts.simulated,
              text: isPublic ? words.simulated : about.simulatedText(format.count(shownSimulated), format.count(count)),
            },
          ]
        : []),
      { label: facts.filter, text: filterText || words.noFilter },
      { label: facts.edition, text: messages.boundaries.editionName[id] ?? id },
      {
        label: facts.zones,
        text: about.zonesText(
          format.metres(zoneM.commune),
          format.metres(zoneM.district),
          format.metres(zoneM.province),
        ),
      },
      ...(hasApproximate ? [{ label: facts.accuracy, text: about.accuracyText }] : []),
      { label: facts.tier, text: isInternal ? tierName[tier] : `${tierName[tier]}; ${words.notDrawn}` },
      { label: facts.data, text: words.dataAt(format.date(today)) },
    ],
    sources: [...shown.attribution, words.noLegalValue].map((text) => text.replace(/\.?$/, '.')).join(' '),
  };
}
