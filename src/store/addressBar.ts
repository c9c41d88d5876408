import { SORT_KEYS } from '../analysis/incidentSort';
import {
  type BorderLineId,
  type BriefingId,
  type EditionId,
  type IncidentId,
  type PlanId,
  parsePlainDate,
  type SceneId,
  type UnitCode,
} from '../domain';
import { FIRST_BRIEFING } from './briefingSettings';
import { decodeFilter, encodeFilter, LINE, UNIT } from './filterAddress';
import { decodeHotspots, encodeHotspots } from './hotspotAddress';
import { FIRST_PATROLS, PATROL_VIEWS } from './patrolSettings';
import type { Camera, Panel, Selection, SessionState } from './session';

/** What of the session the address says: all that is shown, words that are searched for included, and nothing of the register but ids and codes. */
export type AddressState = Pick<
  SessionState,
  | 'editionId'
  | 'camera'
  | 'selection'
  | 'scope'
  | 'filter'
  | 'hiddenLayers'
  | 'panel'
  | 'sort'
  | 'hotspots'
  | 'patrols'
  | 'briefing'
>;

const PANELS = ['map', 'register', 'hotspots', 'patrols', 'briefing', 'health'] as const satisfies readonly Panel[];

const EDITION = /^\d{4}$/;
const INCIDENT = /^[0-9a-f-]{8,64}$/i;
const RECORD = /^[\w-]{1,100}$/;
const LAYER = /^[a-zA-Z]{1,40}$/;

/** The part of the address after `#`, without it. */
export function encodeAddress(state: AddressState): string {
  const { editionId, camera, selection, scope, filter, hiddenLayers, panel, sort, hotspots, patrols, briefing } = state;
  const parts: [string, string][] = [['edition', editionId]];
  if (camera) parts.push(['view', encodeCamera(camera)]);
  if (selection && selection.type !== 'layer') parts.push([selection.type, selection.id]);
  if (scope !== 'cluster') parts.push(['lines', scope]);
  if (hiddenLayers.length > 0) parts.push(['hide', [...hiddenLayers].sort().join(',')]);
  parts.push(...encodeFilter(filter));
  parts.push(['panel', panel ?? 'none']);
  if (panel === 'hotspots') parts.push(...encodeHotspots(hotspots));
  if (panel === 'patrols') parts.push(...encodePatrols(patrols));
  if (panel === 'briefing') parts.push(...encodeBriefing(briefing));
  if (sort.key !== 'occurred' || !sort.descending) parts.push(['sort', `${sort.descending ? '-' : ''}${sort.key}`]);
  return parts
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':')}`)
    .join('&');
}

/** What an address says; whatever is missing, unknown or wrong is left out. */
export function decodeAddress(hash: string): Partial<AddressState> {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const edition = matching(parts.get('edition'), EDITION);
  const camera = decodeCamera(parts.get('view'));
  const selection = decodeSelection(parts);
  const panel = parts.get('panel');
  const scope = parts.get('lines');
  const hidden = parts.get('hide');
  const sort = decodeSort(parts.get('sort'));
  const filter = decodeFilter(parts);
  const hotspots = decodeHotspots(parts);
  const patrols = decodePatrols(parts);
  const briefing = decodeBriefing(parts);
  return {
    ...(edition === null ? {} : { editionId: edition as EditionId }),
    ...(camera && { camera }),
    ...(selection && { selection }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(hidden !== null && { hiddenLayers: hidden.split(',').filter((name) => LAYER.test(name)) }),
    ...((scope === 'cluster' || scope === 'all') && { scope }),
    ...(panel === 'none' && { panel: null }),
    ...(isOneOf(PANELS, panel) && { panel }),
    ...(sort && { sort }),
    ...(hotspots && { hotspots }),
    ...(patrols && { patrols }),
    ...(briefing && { briefing }),
  };
}

function encodeCamera({ lat, lng, zoom, bearing }: Camera): string {
  const numbers = [lat.toFixed(5), lng.toFixed(5), zoom.toFixed(2)];
  if (Math.round(bearing) !== 0) numbers.push(String(Math.round(bearing)));
  return numbers.join(',');
}

function decodeCamera(text: string | null): Camera | null {
  const numbers = (text ?? '').split(',');
  if (numbers.length < 3 || numbers.length > 4 || !numbers.every((number) => /^-?\d+(\.\d+)?$/.test(number)))
    return null;
  const [lat = 91, lng = 181, zoom = 25, bearing = 0] = numbers.map(Number);
  const isOnEarth = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 24 && Math.abs(bearing) <= 360;
  return isOnEarth ? { lat, lng, zoom, bearing } : null;
}

function decodeSelection(parts: URLSearchParams): Selection | null {
  const unit = matching(parts.get('unit'), UNIT);
  if (unit !== null) return { type: 'unit', id: unit as UnitCode };
  const line = matching(parts.get('line'), LINE);
  if (line !== null) return { type: 'line', id: line as BorderLineId };
  const incident = matching(parts.get('incident'), INCIDENT);
  return incident === null ? null : { type: 'incident', id: incident as IncidentId };
}

function decodeSort(text: string | null): SessionState['sort'] | null {
  const key = text?.replace(/^-/, '') ?? null;
  return isOneOf(SORT_KEYS, key) ? { key, descending: text?.startsWith('-') ?? false } : null;
}

function encodePatrols({ view, planId, day, showsGaps }: SessionState['patrols']): [string, string][] {
  const parts: [string, string][] = [['patrol', view]];
  if (planId !== null) parts.push(['plan', planId]);
  if (day !== null) parts.push(['day', day]);
  if (showsGaps) parts.push(['gaps', 'yes']);
  return parts;
}

function decodePatrols(parts: URLSearchParams): SessionState['patrols'] | null {
  const view = parts.get('patrol');
  if (!isOneOf(PATROL_VIEWS, view)) return null;
  const plan = parts.get('plan');
  const planId = plan === 'new' ? plan : (matching(plan, RECORD) as PlanId | null);
  const day = parsePlainDate(parts.get('day') ?? '');
  return { ...FIRST_PATROLS, view, planId, day, showsGaps: parts.get('gaps') === 'yes' };
}

function encodeBriefing({ briefingId, sceneId, show }: SessionState['briefing']): [string, string][] {
  const parts: [string, string][] = [];
  if (briefingId !== null) parts.push(['briefing', briefingId]);
  if (sceneId !== null) parts.push(['scene', sceneId]);
  if (show !== 'off') parts.push(['show', show]);
  return parts;
}

/** What may be seen of single incidents is never in a link: it is asked anew. */
function decodeBriefing(parts: URLSearchParams): SessionState['briefing'] | null {
  const briefingId = matching(parts.get('briefing'), RECORD) as BriefingId | null;
  const sceneId = matching(parts.get('scene'), RECORD) as SceneId | null;
  const said = parts.get('show');
  const show = said === 'on' || said === 'question' ? said : 'off';
  if (briefingId === null && sceneId === null && show === 'off') return null;
  return { ...FIRST_BRIEFING, briefingId, sceneId, show };
}

function matching(text: string | null, pattern: RegExp): string | null {
  return text !== null && pattern.test(text) ? text : null;
}

function isOneOf<T extends string>(known: readonly T[], value: string | null): value is T {
  return known.some((item) => item === value);
}
