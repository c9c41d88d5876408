import { doubtOf } from '../../analysis/incidentFlags';
import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { type Incident, MAX_ZONE_M } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import type { PositionFlags } from '../../workers/borderAnswers';
import { sideName } from './sideName';

export interface IncidentHoverProps {
  readonly info: EditionInfo;
  readonly incident: Incident;
  readonly flags: PositionFlags;
}

/** What is pointed at: category and time, the nearest line, how far and on which side. */
export function IncidentHover({ info, incident, flags }: IncidentHoverProps) {
  const { incidents, boundaries } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const doubt = doubtOf(flags.certainty);
  const hit = flags.zones[0] ?? flags.nearest;
  const side = hit && sideName(info, hit, incident.unitCode);
  const mark = hit && info.lines[hit.line]!.exactness === 'approximate' ? boundaries.approximateMark : '';
  return (
    <>
      <strong>{terms.name(incident.category)}</strong>
      <span>
        {format.when(incident.occurred)} · {incidents.kindName[incident.kind]}
      </span>
      <span>
        {hit === null
          ? incidents.hoverNone(format.distance(MAX_ZONE_M))
          : hit.distanceM === 0
            ? incidents.hoverOnLine(nameLine(info, hit.line))
            : incidents.hoverSide(
                mark + format.distance(hit.distanceM),
                nameLine(info, hit.line),
                side ?? boundaries.onLine,
              )}
      </span>
      <span className="gr-muted">
        {doubt ? incidents.doubt[doubt] : flags.isFlagged ? incidents.flagged : incidents.unflagged}
      </span>
    </>
  );
}
