import { nameLine } from '../../analysis/nameLine';
import type { IncidentId } from '../../domain';
import { IncidentHover } from '../../features/incidents';
import { useFormat, useMessages } from '../../i18n';
import type { MapHit } from '../../map/types';
import { useView } from '../wiring/useView';
import { useIncident } from './useIncident';

const OFFSET_PX = 16;
const WIDTH_PX = 280;

/** What is pointed at, beside the pointer. Pointing only: the panel says the same of what is selected. */
export function HoverCard({ hit }: { readonly hit: MapHit }) {
  const info = useView('info');
  const rawMarks = useView('rawMarks');
  const summary = useView('summary');
  const { boundaries, incidents } = useMessages();
  const format = useFormat();
  const { target } = hit;
  const pointed = useIncident(target.type === 'incident' ? (target.id as IncidentId) : null);
  const found = pointed === 'missing' ? null : pointed;
  if (!info) return null;
  const text = (): readonly string[] | null => {
    if (target.type === 'unit') {
      const unit = info.units.find(({ code }) => code === target.id);
      return unit ? [unit.name, unit.district ?? unit.province] : null;
    }
    if (target.type === 'line') {
      const number = info.lines.findIndex(({ id }) => id === target.id);
      const line = info.lines[number];
      if (!line) return null;
      const count = summary?.facets.line[number] ?? 0;
      return [
        nameLine(info, number),
        `${boundaries.levelLine[line.level]} · ${format.distance(line.lengthM)} · ${boundaries.exactness[line.exactness]}`,
        incidents.count(count, format.count(count)),
      ];
    }
    if (target.type === 'cluster') {
      const mark = rawMarks.find(({ id }) => id === target.id);
      return mark?.type === 'cluster'
        ? [incidents.mixedMark(format.count(mark.count), format.count(mark.flaggedCount))]
        : null;
    }
    return null;
  };
  const lines = text();
  if (target.type === 'incident' ? !found : !lines) return null;
  const isRight = hit.x + OFFSET_PX + WIDTH_PX > (document.getElementById('map')?.clientWidth ?? 0);
  return (
    <div
      className="gr-HoverCard"
      aria-hidden
      style={{
        left: isRight ? hit.x - OFFSET_PX - WIDTH_PX : hit.x + OFFSET_PX,
        top: hit.y + OFFSET_PX,
        width: WIDTH_PX,
      }}
    >
      {found ? (
        <IncidentHover info={info} incident={found.incident} flags={found.flags} />
      ) : (
        lines?.map((line, i) => (i === 0 ? <strong key={line}>{line}</strong> : <span key={line}>{line}</span>))
      )}
    </div>
  );
}
