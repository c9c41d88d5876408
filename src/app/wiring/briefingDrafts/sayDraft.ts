import type { DraftKind, LeftOut, SceneDraft } from '../../../analysis/briefing/sceneDraft';
import { sayChange } from './sayChange';
import { sayCluster } from './sayCluster';
import { sayCover } from './sayCover';
import { sayProposals } from './sayProposals';
import { saySeam } from './saySeam';
import { sayWhen } from './sayWhen';
import { sayWhere } from './sayWhere';
import { sayYear } from './sayYear';
import type { SaidDraft, Say, Speech } from './speech';

const SAY: { readonly [Kind in DraftKind]: Say<Kind> } = {
  cluster: sayCluster,
  year: sayYear,
  where: sayWhere,
  when: sayWhen,
  seam: saySeam,
  change: sayChange,
  cover: sayCover,
  proposals: sayProposals,
};

/** A first scene in words: only its numbers, with what chance leaves open. */
export function sayDraft({ kind, facts }: SceneDraft, speech: Speech): SaidDraft {
  const say = SAY[kind] as (facts: SceneDraft['facts'], speech: Speech) => SaidDraft;
  return say(facts, speech);
}

/** Why a scene is not among the first ones. */
export const sayLeftOut = ({ kind, reason }: LeftOut, { words }: Speech): string =>
  words.leftOut(words.leftOutScenes[kind], words.leftOutReasons[reason]);
