import { useContext } from 'react';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { DENSITY_KERNELS, limitsOf, useSession } from '../../../store';
import { Button, SegmentedControl, Slider } from '../../../ui';
import { densityText } from './densityText';
import { OnlyDraws } from './onlyDraws';

const STEP_M = 50;

export interface SurfaceSettingsProps {
  readonly bandwidthM: number;
  readonly suggestedM: number | null;
  /** By cross-validation; left out where it was not asked for. */
  readonly validatedM?: number | null;
}

/** Numbers of a density, with as many digits as they are worth. */
export function useDensityFormat(): (value: number) => string {
  const format = useFormat();
  return (value) => densityText(value, format);
}

/** How incidents are spread to a surface: kernel and bandwidth, with what is suggested. */
export function SurfaceSettings(props: SurfaceSettingsProps) {
  return useContext(OnlyDraws) ? null : <Settings {...props} />;
}

function Settings({ bandwidthM, suggestedM, validatedM = null }: SurfaceSettingsProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const settings = useSession((session) => session.hotspots);
  const setHotspots = useSession((session) => session.setHotspots);
  return (
    <>
      <SegmentedControl
        label={words.kernel}
        segments={DENSITY_KERNELS.map((id) => ({ id, title: words.kernels[id] }))}
        value={settings.kernel}
        onChange={(kernel) => setHotspots({ kernel })}
      />
      <Slider
        label={words.bandwidth}
        value={settings.bandwidthM ?? bandwidthM}
        onChange={(next) => setHotspots({ bandwidthM: next })}
        {...limitsOf('bandwidthM')}
        step={STEP_M}
        unit="m"
      />
      {suggestedM !== null && validatedM !== null && (
        <p className="gr-muted gr-small">
          {words.suggestions(format.metres(suggestedM), format.metres(validatedM))}{' '}
          {validatedM !== (settings.bandwidthM ?? bandwidthM) && (
            <Button variant="quiet" onPress={() => setHotspots({ bandwidthM: validatedM })}>
              {words.takeValidated(format.metres(validatedM))}
            </Button>
          )}
        </p>
      )}
      {suggestedM !== null && suggestedM !== (settings.bandwidthM ?? bandwidthM) && (
        <div className="gr-Suggestion">
          {words.suggested(format.metres(suggestedM))}
          <Button variant="quiet" onPress={() => setHotspots({ bandwidthM: null })}>
            {words.takeSuggested}
          </Button>
        </div>
      )}
    </>
  );
}
