import { Copy } from 'lucide-react';
import { useState } from 'react';
import { roadsWords } from '../../i18n/roadsWords';
import { useWords } from '../../i18n/useWords';
import { Button, Dialog } from '../../ui';

export interface RoadHelpProps {
  /** South, west, north, east of the area, as the query wants it. */
  readonly box: string;
  readonly onClose: () => void;
}

/** How to get roads of the area for free, and without network. */
export function RoadHelp({ box, onClose }: RoadHelpProps) {
  const words = useWords(roadsWords);
  const [said, setSaid] = useState('');
  const steps = words.helpSmallSteps(box);
  const query = steps[2]!;
  return (
    <Dialog title={words.helpTitle} isOpen onClose={onClose}>
      <div className="gr-Stack">
        <p>{words.helpIntro}</p>
        <h3>{words.helpSmall}</h3>
        <ol>
          {steps.map((step) =>
            step === query ? (
              <li key={step}>
                <code className="gr-Query">{step}</code>
                <Button
                  icon={Copy}
                  onPress={() => {
                    navigator.clipboard.writeText(query).then(
                      () => setSaid(words.copied),
                      () => setSaid(query),
                    );
                  }}
                >
                  {words.copy}
                </Button>
                <span role="status" className="gr-muted">
                  {said}
                </span>
              </li>
            ) : (
              <li key={step}>{step}</li>
            ),
          )}
        </ol>
        <h3>{words.helpLarge}</h3>
        <ol>
          {words.helpLargeSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h3>{words.helpOther}</h3>
        <ul>
          {words.helpOtherSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
