import * as v from 'valibot';
import {
  BRIEFING_LIMITS,
  type Briefing,
  type BriefingId,
  fail,
  type Problem,
  type Result,
  type Scene,
  type SceneId,
  succeed,
} from '../domain';
import { fieldsOf } from './recordSchema';

const MARK = 'giap-ranh-briefing';
const VERSION = 1;
const shape = v.looseObject({
  format: v.literal(MARK),
  version: v.number(),
  briefing: v.unknown(),
  scenes: v.pipe(v.array(v.unknown()), v.maxLength(BRIEFING_LIMITS.scenes)),
});

/** A briefing as one file: JSON with nothing of the register but what its scenes say. */
export function writeBriefingFile(briefing: Briefing, scenes: readonly Scene[]): string {
  const { id: _id, rev: _rev, ...about } = briefing;
  const plain = scenes.map(({ id: _sceneId, briefingId: _of, rev: _sceneRev, order: _order, ...scene }) => scene);
  return `${JSON.stringify({ format: MARK, version: VERSION, briefing: about, scenes: plain }, null, 1)}\n`;
}

/**
 * A briefing from such a file, with ids of its own, so that one that is here already stays as it is.
 * @problem invalidBriefingFile  told with the scene that is damaged
 */
export function readBriefingFile(
  text: string,
  newId: () => string,
): Result<{ readonly briefing: Briefing; readonly scenes: readonly Scene[] }, Problem> {
  const wrong = (
    reason: 'notText' | 'notBriefing' | 'newer' | 'damaged',
    scene: number | null = null,
  ): Result<never, Problem> => fail({ kind: 'invalidBriefingFile', reason, scene });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong('notText');
  }
  const file = v.safeParse(shape, json);
  if (!file.success) return wrong('notBriefing');
  if (file.output.version > VERSION) return wrong('newer');
  const about = v.safeParse(v.strictObject(fieldsOf('briefings')), file.output.briefing);
  if (!about.success) return wrong('damaged');
  const briefing = { ...about.output, id: newId() as BriefingId, rev: 0 } as Briefing;
  const scenes: Scene[] = [];
  for (const [i, each] of file.output.scenes.entries()) {
    const filled = { ...(each as object), briefingId: briefing.id, order: i + 1 };
    const scene = v.safeParse(v.strictObject(fieldsOf('scenes')), filled);
    if (!scene.success) return wrong('damaged', i + 1);
    scenes.push({ ...scene.output, id: newId() as SceneId, rev: 0 } as Scene);
  }
  return succeed({ briefing, scenes });
}
