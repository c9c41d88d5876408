/**
 * What leaves in a file: `internal` everything as it is; `partner` positions on fixed snap points, times to the hour, no free text; `public` counts
 * only, the small ones hidden.
 */
export const EXPORT_TIERS = ['internal', 'partner', 'public'] as const;
export type ExportTier = (typeof EXPORT_TIERS)[number];
