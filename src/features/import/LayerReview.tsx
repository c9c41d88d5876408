import type { LayerGeometry } from '../../domain';
import { useFormat, useMessages } from '../../i18n';
import { InlineMessage, RadioGroup, SimpleTable, TextField } from '../../ui';
import type { OpenedLayers } from '../../workers/fileTasks';
import type { ImportChoices } from './importTasks';

interface Props {
  readonly layers: OpenedLayers;
  /** One per part. */
  readonly names: readonly string[];
  readonly onName: (geometry: LayerGeometry, name: string) => void;
  /** The file is being looked through again for another choice. */
  readonly isReviewing: boolean;
  readonly personalTexts: ImportChoices['personalTexts'];
  readonly onPersonalTexts: (choice: ImportChoices['personalTexts']) => void;
}

/** The layers that a GeoJSON will become, each with a name, and the features that are left out. */
export function LayerReview(props: Props) {
  const { layers, names, onName } = props;
  const { importing: words } = useMessages();
  const format = useFormat();
  return (
    <>
      <h3 className="gr-Import-heading">{words.layerTitle}</h3>
      {layers.parts.map(({ geometry, featureCount }, i) => {
        const name = names[i] ?? '';
        return (
          <TextField
            key={geometry}
            label={words.layerName[geometry]}
            hint={words.layerFeatures[geometry](format.count(featureCount))}
            value={name}
            onChange={(text) => onName(geometry, text)}
            maxLength={120}
            error={name.trim() === '' ? words.layerNameMissing : null}
          />
        );
      })}
      {layers.personalFeatures > 0 && (
        <RadioGroup
          label={words.personalTextsTitle(format.count(layers.personalFeatures))}
          hint={words.personalTextsHint}
          options={[
            { id: 'drop', title: words.personalTexts.drop },
            { id: 'keep', title: words.personalTexts.keep },
          ]}
          value={props.personalTexts}
          onChange={props.onPersonalTexts}
          isDisabled={props.isReviewing}
        />
      )}
      <p className="gr-Import-hint">{words.layerHint}</p>
      {layers.rejected.length > 0 && (
        <>
          <InlineMessage tone="info" title={words.rejectedFeatures(format.count(layers.rejected.length))} />
          <SimpleTable
            caption={words.rejectedFeatures(format.count(layers.rejected.length))}
            isCaptionHidden
            rows={layers.rejected.slice(0, 100)}
            rowKey={({ feature }) => String(feature)}
            columns={[
              {
                id: 'feature',
                title: words.feature,
                text: ({ feature }) => format.count(feature),
                align: 'end',
                isRowHeader: true,
              },
              { id: 'reason', title: words.reason, text: ({ reason }) => words.featureFault[reason] },
            ]}
          />
        </>
      )}
    </>
  );
}

/** The name of the file without its ending, told apart by kind where several layers come out of it; what the user typed wins. */
export function layerNames(
  file: string,
  parts: OpenedLayers['parts'],
  typed: Readonly<Record<string, string>>,
  suffix: Readonly<Record<LayerGeometry, string>>,
): string[] {
  const base = file
    .normalize('NFC')
    .replace(/\.[^.]+$/, '')
    .slice(0, 100);
  return parts.map(({ geometry }) => typed[geometry] ?? (parts.length === 1 ? base : `${base} (${suffix[geometry]})`));
}
