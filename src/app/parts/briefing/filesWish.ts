import type { Briefing, ExportTier, Scene } from '../../../domain';
import type { Language } from '../../../i18n';

export type WritingStep = 'figures' | 'pictures' | 'writing';

export interface FilesWish {
  readonly briefing: Briefing;
  readonly scenes: readonly Scene[];
  /** The language of slides and tables; a report is in Vietnamese. */
  readonly language: Language;
  /** Whether single incidents may be seen. */
  readonly tier: ExportTier;
  readonly signal: AbortSignal;
  readonly onProgress: (step: WritingStep, share: number) => void;
}
