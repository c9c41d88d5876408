import { decodeAddress, FIRST_SESSION, type SessionState, useSession } from '../../store';
import { EDITIONS } from './referenceFiles';

/** What an address says, as far as it is known here. */
export function readAddress(hash: string): Partial<SessionState> {
  const { editionId, ...said } = decodeAddress(hash);
  if (!editionId) return said;
  if (EDITIONS.some(({ id }) => id === editionId)) return { ...said, editionId };
  // Units and lines of an edition that is not here would filter everything away.
  const { filter, selection: _selection, ...rest } = said;
  const { line: _line, sideUnit: _side, unit: _unit, stretch: _stretch, ...others } = filter ?? {};
  return { ...rest, filter: others };
}

/** Shows what an address says; what it does not say is as it comes, not as it was before. */
export function showAddress(hash: string, besides: Partial<SessionState> = {}): void {
  const { filter, hiddenLayers, selection, scope, sort, sceneLayers } = FIRST_SESSION;
  const first = { filter, hiddenLayers, selection, scope, sort, sceneLayers };
  useSession.getState().restore({ ...first, ...readAddress(hash), ...besides });
}
