import { sideUnitOf } from '../../analysis/incidentFlags';
import type { EditionInfo } from '../../analysis/openEdition';
import type { LineHit } from '../../workers/borderAnswers';

/** The unit on whose side of the line an incident lies; null when it is on the line and handled by neither. */
export function sideName(info: EditionInfo, hit: LineHit, handlingCode: string | null): string | null {
  const handling = handlingCode === null ? -1 : info.units.findIndex(({ code }) => code === handlingCode);
  const unit = sideUnitOf(info.lines[hit.line]!, hit.side, handling);
  return unit < 0 ? null : info.units[unit]!.shortName;
}
