import './ProgressBar.css';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from './Button';
import { useUi } from './UiProvider';

export interface ProgressBarProps {
  readonly label: string;
  /** How far, 0 … 1; null while it cannot be known. */
  readonly share: number | null;
  /** How far in words: "12.000 / 100.000 dòng". */
  readonly detail?: string;
  readonly onCancel?: () => void;
}

/** Long work: what, how far, and a way out. */
export function ProgressBar({ label, share, detail, onCancel }: ProgressBarProps) {
  const { strings } = useUi();
  return (
    <div className="gr-Progress">
      <AriaProgressBar
        className="gr-Progress-bar"
        isIndeterminate={share === null}
        value={share ?? 0}
        minValue={0}
        maxValue={1}
        formatOptions={{ style: 'percent' }}
      >
        {({ valueText, percentage }) => (
          <>
            <div className="gr-Progress-line">
              <Label>{label}</Label>
              <span className="gr-Progress-detail gr-tabular">{detail ?? (share === null ? '' : valueText)}</span>
            </div>
            <div className="gr-Progress-track">
              <div
                className={share === null ? 'gr-Progress-fill gr-Progress-unknown' : 'gr-Progress-fill'}
                style={share === null ? {} : { width: `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {onCancel && <Button onPress={onCancel}>{strings.cancel}</Button>}
    </div>
  );
}
