import {
  type ChangeSet,
  type Cluster,
  type EditionId,
  fail,
  type Member,
  type MemberId,
  type Problem,
  parsePlainDate,
  type Result,
  succeed,
  type UnitCode,
} from '../domain';
import { adding, removing, updating } from './changeOf';

export interface NewMember {
  /** A new UUID. */
  readonly id: MemberId;
  readonly kind: Member['kind'];
  readonly name: string;
  /** The edition by whose codes the unit is named. */
  readonly editionId: EditionId;
  readonly unitCode: UnitCode;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
}

/**
 * Takes a unit, or an organisation inside one, into a cluster.
 * @param snapshot  the cluster and all members
 * @problem emptyName, invalidDay
 * @problem alreadyMember  the same unit, or an organisation of this name in it, is a member on that day or later
 */
export function addMember(
  { cluster, members }: { readonly cluster: Cluster; readonly members: readonly Member[] },
  { id, kind, name, editionId, unitCode, from }: NewMember,
): Result<ChangeSet, Problem> {
  const clean = name.normalize('NFC').trim();
  if (clean === '') return fail({ kind: 'emptyName' });
  const first = parsePlainDate(from);
  if (first === null) return fail({ kind: 'invalidDay', text: from });
  const isSame = (other: Member): boolean =>
    other.clusterId === cluster.id &&
    other.kind === kind &&
    other.editionId === editionId &&
    other.unitCode === unitCode &&
    (kind === 'unit' || other.name === clean);
  const twin = members.find((other) => isSame(other) && (other.to === null || other.to >= first));
  if (twin) return fail({ kind: 'alreadyMember', name: twin.name });
  const member: Member = {
    id,
    clusterId: cluster.id,
    kind,
    name: clean,
    editionId,
    unitCode,
    from: first,
    to: null,
    fromIsProvisional: false,
    rev: 0,
  };
  return succeed({ members: adding([member]) });
}

/** Removes a member that was added by mistake; one that leaves gets a last day. */
export function removeMember({ member }: { readonly member: Member }): Result<ChangeSet, Problem> {
  return succeed({ members: removing([member]) });
}

/**
 * Gives a cluster its name and the day of its agreement.
 * @param input  `agreedOn` as `YYYY-MM-DD`; null: not known
 * @problem emptyName, invalidDay
 */
export function changeCluster(
  { cluster }: { readonly cluster: Cluster },
  { name, agreedOn }: { readonly name: string; readonly agreedOn: string | null },
): Result<ChangeSet, Problem> {
  const clean = name.normalize('NFC').trim();
  if (clean === '') return fail({ kind: 'emptyName' });
  const day = agreedOn === null ? null : parsePlainDate(agreedOn);
  if (agreedOn !== null && day === null) return fail({ kind: 'invalidDay', text: agreedOn });
  return succeed({ clusters: updating([[cluster, { ...cluster, name: clean, agreedOn: day }]]) });
}
