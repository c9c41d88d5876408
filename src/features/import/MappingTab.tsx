import { type FileValue, foldText, type ValueChoice } from '../../analysis/import';
import type { TermId } from '../../domain';
import { useMessages } from '../../i18n';
import type { IncidentPreview } from '../../workers/fileTasks';
import { ColumnMapping } from './ColumnMapping';
import type { ImportChoices, ImportSurroundings } from './importTasks';
import type { ColumnsSeen } from './useImport';
import { ValueMapping } from './ValueMapping';

interface Props {
  readonly columns: ColumnsSeen;
  readonly preview: IncidentPreview | null;
  readonly choices: ImportChoices;
  readonly surroundings: ImportSurroundings;
  readonly newId: () => string;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
  readonly onStartAfresh: () => void;
}

/** The units that a text may be said to mean: those of the core area, each name once. */
function coreUnits({ editions }: ImportSurroundings): { readonly code: string; readonly name: string }[] {
  const byCode = new Map(
    editions.flatMap(({ units }) => units.filter(({ isCore }) => isCore)).map(({ code, name }) => [code, name]),
  );
  return [...byCode].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Which column goes where, and what the texts of the columns of terms mean. */
export function MappingTab({ columns, preview, choices, surroundings, newId, onChoose, onStartAfresh }: Props) {
  const { intake } = useMessages();
  const withChoice = (choice: ValueChoice): readonly ValueChoice[] => [
    ...choices.values.filter(({ field, text }) => field !== choice.field || text !== choice.text),
    choice,
  ];
  const makeCategory = ({ text, folded }: FileValue): void => {
    const known = choices.newCategories.find(({ name }) => foldText(name) === folded);
    const made = known ?? { id: newId() as TermId, name: text.trim(), look: 'other' as const };
    onChoose({
      newCategories: known ? choices.newCategories : [...choices.newCategories, made],
      values: withChoice({ field: 'category', text: folded, value: made.id }),
    });
  };
  const isByHand = !columns.isRemembered && choices.values.length > 0;
  return (
    <>
      <ColumnMapping
        columns={columns}
        chosen={choices.columns ?? []}
        onChoose={(chosen) => onChoose({ columns: chosen })}
        onStartAfresh={onStartAfresh}
      />
      <ValueMapping
        values={preview?.values ?? []}
        chosen={choices.values}
        newCategories={choices.newCategories}
        units={coreUnits(surroundings)}
        onChoose={(choice) => onChoose({ values: withChoice(choice) })}
        onNewCategory={makeCategory}
      />
      {isByHand && <p className="gr-Import-hint">{intake.remembered.willRemember}</p>}
    </>
  );
}
