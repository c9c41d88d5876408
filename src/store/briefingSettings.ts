import type { BriefingId, SceneId } from '../domain';

/** What of the briefings is looked at. */
export interface BriefingSettings {
  /** The briefing that is open; null: the newest. */
  readonly briefingId: BriefingId | null;
  /** The scene that is open or shown; null: none. */
  readonly sceneId: SceneId | null;
  /** Which panel draws on the map for the scene that is shown. */
  readonly scenePanel: 'map' | 'hotspots' | 'patrols';
  /** Whether the scenes are presented, and whether the officer leaves them for a question. */
  readonly show: 'off' | 'on' | 'question';
  /** Whether its scenes are being taken for a file, which others than the cluster may read. */
  readonly isTaken: boolean;
  /** Whether single incidents may be seen while presenting, and in files. */
  readonly showsInternal: boolean;
}

export const FIRST_BRIEFING: BriefingSettings = {
  briefingId: null,
  sceneId: null,
  scenePanel: 'map',
  show: 'off',
  isTaken: false,
  showsInternal: false,
};
