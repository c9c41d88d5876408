import './boundaries.css';
import type { LineScope } from '../../analysis/clusterLines';
import { LEVELS, MAX_ZONE_M, MIN_ZONE_M, type PlainDate, type ZoneDistances } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { RadioGroup, Slider } from '../../ui';

const SCOPES = ['cluster', 'all'] as const satisfies readonly LineScope[];
const STEP_M = 10;

export interface ZoneSectionProps {
  readonly zoneM: ZoneDistances;
  /** The distances are not written yet: a slider moves, or the writing goes on. */
  readonly isDraft: boolean;
  /** On every move of a slider. */
  readonly onDraft: (zoneM: ZoneDistances) => void;
  /** Once, when the distance stands. */
  readonly onSet: (zoneM: ZoneDistances) => void;
  readonly scope: LineScope;
  readonly onScope: (scope: LineScope) => void;
  /** The day for which membership is looked up. */
  readonly asOf: PlainDate | null;
  /** Levels that the edition has lines of; the others have no zone. */
  readonly levels: ReadonlySet<string>;
}

/** How far the zone reaches from the lines of each level, and which lines count. */
export function ZoneSection({ zoneM, isDraft, onDraft, onSet, scope, onScope, asOf, levels }: ZoneSectionProps) {
  const { boundaries } = useMessages();
  const format = useFormat();
  return (
    <section className="gr-Section" aria-labelledby="zones-title" {...(isDraft ? { 'data-draft': '' } : {})}>
      <h2 id="zones-title">{boundaries.zones}</h2>
      {LEVELS.filter((level) => levels.has(level)).map((level) => (
        <Slider
          key={level}
          label={boundaries.levelLine[level]}
          value={zoneM[level]}
          onChange={(value) => onDraft({ ...zoneM, [level]: value })}
          onChangeEnd={(value) => onSet({ ...zoneM, [level]: value })}
          min={MIN_ZONE_M}
          max={MAX_ZONE_M}
          step={STEP_M}
          unit={boundaries.metres}
        />
      ))}
      <p className="gr-muted gr-small">{boundaries.zonesHint}</p>
      <RadioGroup
        label={boundaries.scope}
        value={scope}
        onChange={onScope}
        options={SCOPES.map((id) => ({
          id,
          title: boundaries.scopeName[id],
          hint:
            id === 'cluster' && asOf
              ? `${boundaries.scopeHint[id]} ${boundaries.membersAsOf(format.date(asOf))}.`
              : boundaries.scopeHint[id],
        }))}
      />
    </section>
  );
}
