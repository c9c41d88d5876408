import type { Briefing, BriefingId, PlainDate, Scene, SceneId } from '../../src/domain';

/** Briefings and scenes as tests need them: the number names them, `set` says what matters. */
export const briefing = (number: number, set: Partial<Briefing> = {}): Briefing => ({
  id: `briefing-${number}` as BriefingId,
  name: `Sơ kết ${number}`,
  from: '2018-01-01' as PlainDate,
  to: '2018-12-31' as PlainDate,
  countBy: 'then',
  rev: 0,
  ...set,
});

export const scene = (number: number, set: Partial<Scene> = {}): Scene => ({
  id: `scene-${String(number).padStart(3, '0')}` as SceneId,
  briefingId: briefing(1).id,
  order: number,
  title: `Cảnh ${number}`,
  text: '15 vụ\n46 vi phạm',
  notes: 'Nhắc lại mục đích.',
  view: 'edition=2018&panel=map',
  layers: null,
  aside: 'none',
  rev: 0,
  ...set,
});

export const scenes = (count: number): Scene[] => Array.from({ length: count }, (_, i) => scene(i + 1));
