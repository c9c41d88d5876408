import type { ExportTier } from '../../domain';
import type { SheetLegend } from '../../features/briefing/sheetFacts';
import {
  baseRows,
  categoryRows,
  incidentRows,
  type LegendIncidents,
  type LegendRow,
  legendEdition,
  lineRows,
  zoneRows,
} from '../../features/layers';
import { catalogues, formatters, type Language, type TermWords } from '../../i18n';
import { pictureWords } from '../../i18n/pictureWords';
import { userLayerSample } from '../../map/legendSamples';
import type { MapTheme, VisibleLayers } from '../../map/types';
import type { Services } from '../services';
import { zoneMNow } from './zoneMNow';

/** What needs no words beside a map, and what names the part as a whole. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['incidents', 'units', 'unitLabels']);

export interface LegendWish {
  readonly language: Language;
  readonly theme: MapTheme;
  readonly tier: ExportTier;
  readonly terms: TermWords;
  readonly incidents: LegendIncidents;
}

/** The legend of what the map shows now and may leave: rows of the legend on screen, without what is hidden. */
export function sheetLegend(services: Services, wish: LegendWish): SheetLegend[] {
  const { border, store, shownMap } = services;
  const { language, theme, tier, terms, incidents } = wish;
  const shown = shownMap.getSnapshot();
  const { info } = border.view.getSnapshot();
  const zoneM = zoneMNow(services);
  if (!shown || !info || !zoneM) return [];
  const messages = catalogues[language];
  const pictures = pictureWords[language];
  const words = { messages, format: formatters[language], theme };
  const facts = legendEdition(info);
  const hasCounted = shown.content.marks?.features.some(({ properties }) => 'count' in properties) ?? false;
  const drawsIncidents = tier === 'internal' && shown.content.marks !== null && incidents.total > 0;
  const visible: VisibleLayers = { ...shown.visibleLayers, incidents: shown.visibleLayers.incidents && drawsIncidents };
  const drawn = (rows: readonly LegendRow[]): SheetLegend['rows'] =>
    rows.flatMap(({ id, needs, sample, text, hint, count }) =>
      sample && !SELF_EVIDENT.has(id) && needs.some((group) => visible[group]) && (id !== 'counted' || hasCounted)
        ? [
            {
              id,
              sample,
              text: hint === undefined ? text : `${text} (${hint})`,
              ...(count === undefined ? {} : { count }),
            },
          ]
        : [],
    );
  const own = shown.content.userLayers.filter((layer) => layer.isVisible && tier !== 'public');
  const layers = store.layers.getSnapshot();
  const key = tier === 'public' || (tier === 'partner' && shown.content.patrols) ? null : shown.key;
  const { layers: titles } = messages;
  const parts: SheetLegend[] = [
    ...(key
      ? [
          {
            id: 'overlay',
            title: key.title,
            rows: key.rows.map(({ id, sample, text }) => ({ id, sample: sample(theme), text })),
          },
        ]
      : []),
    { id: 'incidents', title: titles.incidents, rows: drawn(incidentRows(incidents, words)) },
    { id: 'categories', title: titles.categories, rows: drawn(categoryRows(incidents, { ...words, terms })) },
    { id: 'lines', title: titles.lines, rows: drawn(lineRows(facts, words)) },
    { id: 'zones', title: titles.zones, rows: drawn(zoneRows(facts, { ...words, zoneM })) },
    {
      id: 'own',
      title: pictures.ownLayers,
      rows: own.map(({ id, geometry, style }, i) => ({
        id,
        sample: userLayerSample(geometry, style),
        // It may be called after somebody: outside the cluster only its number leaves.
        text:
          (tier === 'internal' ? layers.find((layer) => layer.id === id)?.name : undefined) ??
          pictures.ownLayer(String(i + 1)),
      })),
    },
    { id: 'base', title: titles.base, rows: drawn(baseRows(facts, words)) },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}
