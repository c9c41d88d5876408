import { maskPersonalNumbers } from '../analysis/import/personalNumbers';
import {
  BRIEFING_LIMITS,
  type Briefing,
  type BriefingId,
  type ChangeSet,
  fail,
  foldVietnamese,
  type Problem,
  parsePlainDate,
  type Result,
  type Scene,
  type SceneId,
  succeed,
} from '../domain';
import { adding, removing, updating } from './changeOf';

interface Known {
  readonly briefings: readonly Briefing[];
  readonly scenes: readonly Scene[];
}

/** A text in its form: NFC, no blanks around it, none at the ends of its lines. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .trim();

function textFault(field: 'title' | 'text' | 'notes', text: string): Problem | null {
  const limit = BRIEFING_LIMITS[field];
  if (text.length > limit) return { kind: 'textTooLong', field, length: text.length, limit };
  const { count, text: masked } = maskPersonalNumbers(text);
  return count > 0 ? { kind: 'personalNumbers', field, masked, count } : null;
}

/** The scene with its texts in their form, or what is wrong with them. */
function checkedScene(scene: Scene): Result<Scene, Problem> {
  const next = { ...scene, title: tidy(scene.title), text: tidy(scene.text), notes: tidy(scene.notes) };
  for (const field of ['title', 'text', 'notes'] as const) {
    const fault = textFault(field, next[field]);
    if (fault) return fail(fault);
  }
  return succeed(next);
}

function checkedBriefing(briefing: Briefing, briefings: readonly Briefing[]): Result<Briefing, Problem> {
  const name = tidy(briefing.name);
  if (name === '') return fail({ kind: 'emptyName' });
  const limit = BRIEFING_LIMITS.name;
  if (name.length > limit) return fail({ kind: 'textTooLong', field: 'name', length: name.length, limit });
  const masked = maskPersonalNumbers(name);
  if (masked.count > 0)
    return fail({ kind: 'personalNumbers', field: 'name', masked: masked.text, count: masked.count });
  const isTaken = briefings.some(
    (other) => other.id !== briefing.id && foldVietnamese(other.name) === foldVietnamese(name),
  );
  if (isTaken) return fail({ kind: 'nameTaken', name });
  const [from, to] = [parsePlainDate(briefing.from), parsePlainDate(briefing.to)];
  if (from === null) return fail({ kind: 'invalidDay', text: briefing.from });
  if (to === null) return fail({ kind: 'invalidDay', text: briefing.to });
  if (to < from) return fail({ kind: 'periodEndsBeforeStart' });
  return succeed({ ...briefing, name, from, to });
}

/** The scenes of a briefing in their order. */
export function scenesOf(scenes: readonly Scene[], id: BriefingId): readonly Scene[] {
  return scenes
    .filter(({ briefingId }) => briefingId === id)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Puts new scenes at a place of a briefing: those behind it move on, and only those whose number changes are written. */
function inserting(own: readonly Scene[], added: readonly Scene[], at: number) {
  const ordered = [...own.slice(0, at), ...added, ...own.slice(at)];
  const isNew = new Set(added.map(({ id }) => id));
  const numbered = ordered.map((scene, i) => [scene, { ...scene, order: i + 1 }] as const);
  return {
    added: numbered.filter(([{ id }]) => isNew.has(id)).map(([, scene]) => ({ ...scene, rev: 0 })),
    updated: numbered.filter(([from, to]) => !isNew.has(from.id) && from.order !== to.order),
    removed: [],
  };
}

/**
 * Adds a briefing with its scenes, in their order.
 * @problem emptyName, nameTaken, textTooLong, personalNumbers, invalidDay, periodEndsBeforeStart, tooManyScenes
 */
export function addBriefing(
  { briefings }: Pick<Known, 'briefings'>,
  { briefing, scenes }: { readonly briefing: Briefing; readonly scenes: readonly Scene[] },
): Result<ChangeSet, Problem> {
  const checked = checkedBriefing(briefing, briefings);
  if (!checked.ok) return checked;
  if (scenes.length > BRIEFING_LIMITS.scenes) return fail({ kind: 'tooManyScenes', limit: BRIEFING_LIMITS.scenes });
  const tidied: Scene[] = [];
  for (const scene of scenes) {
    const made = checkedScene({ ...scene, briefingId: briefing.id });
    if (!made.ok) return made;
    tidied.push(made.value);
  }
  return succeed({
    briefings: adding([{ ...checked.value, rev: 0 }]),
    scenes: inserting([], tidied, 0),
  });
}

/**
 * Changes the name or the period of a briefing.
 * @problem notFound, emptyName, nameTaken, textTooLong, personalNumbers, invalidDay, periodEndsBeforeStart
 */
export function changeBriefing({ briefings }: Pick<Known, 'briefings'>, next: Briefing): Result<ChangeSet, Problem> {
  const before = briefings.find(({ id }) => id === next.id);
  if (!before) return fail({ kind: 'notFound', table: 'briefings', id: next.id });
  const checked = checkedBriefing(next, briefings);
  if (!checked.ok) return checked;
  return succeed({ briefings: updating([[before, { ...checked.value, rev: before.rev }]]) });
}

/**
 * Removes a briefing with its scenes.
 * @problem notFound
 */
export function removeBriefing({ briefings, scenes }: Known, id: BriefingId): Result<ChangeSet, Problem> {
  const briefing = briefings.find((candidate) => candidate.id === id);
  if (!briefing) return fail({ kind: 'notFound', table: 'briefings', id });
  return succeed({ briefings: removing([briefing]), scenes: removing(scenesOf(scenes, id)) });
}

/**
 * Adds a scene behind another one of its briefing; `after` null: at the end.
 * @problem textTooLong, personalNumbers, tooManyScenes
 */
export function addScene(
  { scenes }: Pick<Known, 'scenes'>,
  { scene, after }: { readonly scene: Scene; readonly after: SceneId | null },
): Result<ChangeSet, Problem> {
  const own = scenesOf(scenes, scene.briefingId);
  if (own.length >= BRIEFING_LIMITS.scenes) return fail({ kind: 'tooManyScenes', limit: BRIEFING_LIMITS.scenes });
  const checked = checkedScene(scene);
  if (!checked.ok) return checked;
  const behind = own.findIndex(({ id }) => id === after);
  return succeed({ scenes: inserting(own, [checked.value], behind < 0 ? own.length : behind + 1) });
}

/**
 * Changes a scene.
 * @problem notFound, textTooLong, personalNumbers
 */
export function changeScene({ scenes }: Pick<Known, 'scenes'>, next: Scene): Result<ChangeSet, Problem> {
  const before = scenes.find(({ id }) => id === next.id);
  if (!before) return fail({ kind: 'notFound', table: 'scenes', id: next.id });
  const checked = checkedScene(next);
  if (!checked.ok) return checked;
  return succeed({ scenes: updating([[before, { ...checked.value, order: before.order, rev: before.rev }]]) });
}

/**
 * Removes a scene.
 * @problem notFound
 */
export function removeScene({ scenes }: Pick<Known, 'scenes'>, id: SceneId): Result<ChangeSet, Problem> {
  const scene = scenes.find((candidate) => candidate.id === id);
  return scene ? succeed({ scenes: removing([scene]) }) : fail({ kind: 'notFound', table: 'scenes', id });
}

/**
 * Puts the scenes of a briefing in another order. Only those whose number changes are written.
 * @param input  `ids` in the new order; scenes that are not named stay behind them
 * @problem notFound
 */
export function reorderScenes(
  { scenes }: Pick<Known, 'scenes'>,
  { briefingId, ids }: { readonly briefingId: BriefingId; readonly ids: readonly SceneId[] },
): Result<ChangeSet, Problem> {
  const own = scenesOf(scenes, briefingId);
  const byId = new Map(own.map((scene) => [scene.id, scene]));
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown !== undefined) return fail({ kind: 'notFound', table: 'scenes', id: unknown });
  const named = new Set(ids);
  const ordered = [...[...named].map((id) => byId.get(id)!), ...own.filter(({ id }) => !named.has(id))];
  const pairs = ordered.map((scene, i) => [scene, { ...scene, order: i + 1 }] as const);
  return succeed({ scenes: updating(pairs.filter(([from, to]) => from.order !== to.order)) });
}
