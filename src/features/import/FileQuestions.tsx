import { useFormat, useMessages } from '../../i18n';
import { InlineMessage, RadioGroup, Stat, StatRow, Switch } from '../../ui';
import type { IncidentPreview } from '../../workers/fileTasks';
import type { ImportChoices } from './importTasks';

interface Props {
  readonly preview: IncidentPreview;
  /** The file is being looked through again for another choice; what is shown is of the one before. */
  readonly isReviewing: boolean;
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
  readonly simulatedCount: number;
  readonly simulatedActivities: number;
  readonly removeSimulated: boolean;
  readonly onRemoveSimulated: (isOn: boolean) => void;
}

/** What a file holds in numbers, and what of the whole file only the user can answer. */
export function FileQuestions({ preview, isReviewing, choices, onChoose, ...simulated }: Props) {
  const { importing: words } = useMessages();
  const format = useFormat();
  const { counts, notes, metric } = preview;
  const swapped = counts.rejected.swappedPosition ?? 0;
  /** The switch mends what the file has wrong. */
  const canSwap = swapped > 0 && !choices.swapPositions;
  const personal =
    (notes.find(({ kind }) => kind === 'personalNumberMasked')?.count ?? 0) + (counts.rejected.personalNumber ?? 0);
  return (
    <>
      <section aria-label={words.counts} aria-busy={isReviewing}>
        <StatRow>
          <Stat label={words.rows} value={format.count(counts.rows)} />
          <Stat label={words.usable} value={format.count(counts.usable)} />
          <Stat label={words.rejected} value={format.count(counts.rows - counts.usable)} />
          <Stat label={words.cases} value={format.count(counts.criminal)} />
          <Stat label={words.violations} value={format.count(counts.administrative)} />
          <Stat label={words.persons} value={format.count(counts.persons)} />
          <Stat label={words.withUnit} value={format.count(counts.withUnit)} />
        </StatRow>
      </section>
      {counts.usable === 0 && (
        <InlineMessage
          tone={canSwap ? 'info' : 'error'}
          title={canSwap ? words.noneUsableSwapped : words.noneUsable}
          isLive
        />
      )}
      <div role="status" className="gr-Import-hint">
        {isReviewing ? words.reviewing : ''}
      </div>
      {(swapped > 0 || choices.swapPositions) && (
        <Switch
          isSelected={choices.swapPositions}
          onChange={(swapPositions) => onChoose({ swapPositions })}
          isDisabled={isReviewing}
          hint={choices.swapPositions ? words.swapOn : words.swapHint(format.count(swapped))}
        >
          {words.swap}
        </Switch>
      )}
      {metric && (
        <RadioGroup
          label={words.metricTitle(format.count(metric.rows))}
          hint={metric.inside.every(({ rows }) => rows === metric.inside[0]?.rows) ? words.metricTie : words.metricHint}
          options={metric.inside.map(({ meridian, rows }) => ({
            id: String(meridian),
            title: words.meridian[meridian],
            hint: words.metricInside(format.count(rows)),
          }))}
          value={String(metric.meridian)}
          onChange={(id) =>
            onChoose({ meridian: metric.inside.find(({ meridian }) => String(meridian) === id)?.meridian ?? null })
          }
          isDisabled={isReviewing}
        />
      )}
      {personal > 0 && (
        <RadioGroup
          label={words.personalTitle(format.count(personal))}
          hint={words.personalHint}
          options={[
            { id: 'mask', title: words.personal.mask },
            { id: 'skip', title: words.personal.skip },
          ]}
          value={choices.personalNumbers}
          onChange={(personalNumbers) => onChoose({ personalNumbers })}
          isDisabled={isReviewing}
        />
      )}
      {simulated.simulatedCount > 0 && (
        <Switch
          isSelected={simulated.removeSimulated}
          onChange={simulated.onRemoveSimulated}
          hint={words.replaceSimulatedHint(
            format.count(simulated.simulatedCount),
            simulated.simulatedActivities > 0 ? format.count(simulated.simulatedActivities) : null,
          )}
        >
          {words.replaceSimulated}
        </Switch>
      )}
    </>
  );
}
