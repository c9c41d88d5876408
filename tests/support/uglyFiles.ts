import { UGLY_MAPS } from './ugly/maps';
import { UGLY_TEXTS } from './ugly/texts';
import { UGLY_WORKBOOKS } from './ugly/workbooks';
import type { UglyFile } from './ugly/writers';

export type { UglyFile } from './ugly/writers';

/** Files as offices really have them, and worse ones, all made by code: each with what must come of it. */
export const UGLY_FILES: readonly UglyFile[] = [...UGLY_TEXTS, ...UGLY_WORKBOOKS, ...UGLY_MAPS];
