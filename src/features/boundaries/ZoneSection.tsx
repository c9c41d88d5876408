import './boundaries.css';
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { LineScope } from '../../analysis/clusterLines';
import { LEVELS, type Level, MAX_ZONE_M, MIN_ZONE_M, type PlainDate, type ZoneDistances } from '../../domain';
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
export function ZoneSection(props: ZoneSectionProps) {
  const { zoneM, isDraft, scope, onScope, asOf, levels } = props;
  const { boundaries } = useMessages();
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const onDraft = useCallback((level: Level, value: number): void => {
    latest.current.onDraft({ ...latest.current.zoneM, [level]: value });
  }, []);
  const onSet = useCallback((level: Level, value: number): void => {
    latest.current.onSet({ ...latest.current.zoneM, [level]: value });
  }, []);
  return (
    <section className="gr-Section" aria-labelledby="zones-title" {...(isDraft ? { 'data-draft': '' } : {})}>
      <h2 id="zones-title">{boundaries.zones}</h2>
      {LEVELS.filter((level) => levels.has(level)).map((level) => (
        <LevelSlider key={level} level={level} distanceM={zoneM[level]} onDraft={onDraft} onSet={onSet} />
      ))}
      <p className="gr-muted gr-small">{boundaries.zonesHint}</p>
      <ScopeChoice scope={scope} onScope={onScope} asOf={asOf} />
    </section>
  );
}

interface LevelSliderProps {
  readonly level: Level;
  readonly distanceM: number;
  readonly onDraft: (level: Level, distanceM: number) => void;
  readonly onSet: (level: Level, distanceM: number) => void;
}

/** While one slider moves the others stand still. */
const LevelSlider = memo(({ level, distanceM, onDraft, onSet }: LevelSliderProps) => {
  const { boundaries } = useMessages();
  return (
    <Slider
      label={boundaries.levelLine[level]}
      value={distanceM}
      onChange={(value) => onDraft(level, value)}
      onChangeEnd={(value) => onSet(level, value)}
      min={MIN_ZONE_M}
      max={MAX_ZONE_M}
      step={STEP_M}
      unit={boundaries.metres}
    />
  );
});
LevelSlider.displayName = 'LevelSlider';

const ScopeChoice = memo(({ scope, onScope, asOf }: Pick<ZoneSectionProps, 'scope' | 'onScope' | 'asOf'>) => {
  const { boundaries } = useMessages();
  const format = useFormat();
  return (
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
  );
});
ScopeChoice.displayName = 'ScopeChoice';
