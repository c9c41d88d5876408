import type { ExportTier } from '../../domain';
import type { MapContent } from '../../map/types';

/**
 * What may leave: for partners no single incident and nothing of patrols, for the public only the land, its lines and zones, since places tell
 * what small counts must not.
 */
export function contentFor(tier: ExportTier, content: MapContent): MapContent {
  if (tier === 'internal') return { ...content, cursor: null };
  const partner: MapContent = {
    ...content,
    marks: null,
    pins: null,
    flagLinks: null,
    draftPlace: null,
    cursor: null,
    patrols: null,
  };
  return tier === 'partner' ? partner : { ...partner, heat: null, stretches: null, numbers: null, userLayers: [] };
}
