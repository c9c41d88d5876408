import { v7 } from 'uuid';

/** What the window with notes is told. */
export interface SpeakerState {
  readonly kind: 'state';
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** When presenting began, milliseconds since 1970. */
  readonly sinceMs: number;
  readonly title: string;
  readonly text: string;
  readonly notes: string;
  readonly next: { readonly title: string; readonly text: string } | null;
  readonly isBlank: boolean;
  /** While the picture is held: the scene that comes when it is let go, from 1; null: it is not held. */
  readonly pending: number | null;
}
export type SpeakerAct = 'next' | 'previous' | 'blank' | 'freeze';
export type SpeakerMessage =
  | SpeakerState
  | { readonly kind: 'ended' }
  | { readonly kind: 'hello' }
  | { readonly kind: 'do'; readonly act: SpeakerAct };

const TAB = 'giap-ranh-presentation';

/** What this tab's presentation is called, also after a reload: another tab may present the same briefing. */
export function presentationOfTab(): string {
  const known = sessionStorage.getItem(TAB);
  if (known) return known;
  const made = v7();
  sessionStorage.setItem(TAB, made);
  return made;
}

/** The channel on which a presentation and its notes talk, over reloads of either. */
export const speakerChannel = (presentation: string): BroadcastChannel =>
  new BroadcastChannel(`giap-ranh-briefing-${presentation}`);
