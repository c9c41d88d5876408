import { Download, FileUp, History, MapPinned, Megaphone, Plus, Redo2, Tags, Trash2, Undo2 } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n';
import { Button, type ButtonProps, InlineMessage, Stat, StatRow } from '../../ui';
import { type CommandRegistry, runCommand } from '../commands/registry';
import { useCommandText } from '../commands/useCommandText';
import { useView } from '../wiring/useView';
import { FilterPart } from './FilterPart';

interface CommandButton extends Pick<ButtonProps, 'icon' | 'variant'> {
  readonly id: string;
}

/** What is done every day. */
const DAILY: readonly CommandButton[] = [
  { id: 'data.addIncident', icon: Plus, variant: 'primary' },
  { id: 'data.open', icon: FileUp },
  { id: 'data.export', icon: Download },
];
const STEPS: readonly CommandButton[] = [
  { id: 'edit.undo', icon: Undo2 },
  { id: 'edit.redo', icon: Redo2 },
];
/** What the register keeps besides, and what was done with it. */
const BESIDES: readonly CommandButton[] = [
  { id: 'data.imports', icon: History, variant: 'quiet' },
  { id: 'data.activities', icon: Megaphone, variant: 'quiet' },
  { id: 'data.places', icon: MapPinned, variant: 'quiet' },
  { id: 'data.terms', icon: Tags, variant: 'quiet' },
  { id: 'data.removeSimulated', icon: Trash2, variant: 'quiet' },
];

export interface RegisterPartProps<State> {
  readonly registry: CommandRegistry<State>;
  readonly state: State;
}

/** The panel beside the table: what is in the register, and what can be done with it. */
export function RegisterPart<State>({ registry, state }: RegisterPartProps<State>) {
  const summary = useView('summary');
  const { incidents } = useMessages();
  const format = useFormat();
  const textOf = useCommandText();
  const available = registry.availableIn(state);
  if (!summary) return null;
  const buttonsOf = (buttons: readonly CommandButton[]) =>
    buttons.flatMap(({ id, ...look }) => {
      const command = available.find((candidate) => candidate.id === id);
      if (!command) return [];
      const { title, disabledReason } = textOf(command, state);
      return [
        <Button
          key={id}
          {...look}
          isWide
          isDisabled={disabledReason !== null}
          onPress={() => void runCommand(command, state)}
        >
          {title}
        </Button>,
      ];
    });
  return (
    <div className="gr-PanelPart">
      <StatRow>
        <Stat
          label={incidents.shown}
          value={format.count(summary.shown)}
          unit={incidents.unit}
          note={incidents.ofTotal(format.count(summary.total))}
        />
        <Stat label={incidents.flaggedShort} value={format.count(summary.shownFlagged)} unit={incidents.unit} />
      </StatRow>
      <FilterPart />
      {summary.totalSimulated > 0 && <InlineMessage tone="warn" title={incidents.simulatedNote} />}
      <div className="gr-Stack">{buttonsOf(DAILY)}</div>
      <div className="gr-Halves">{buttonsOf(STEPS)}</div>
      <div className="gr-QuietList">{buttonsOf(BESIDES)}</div>
      <p className="gr-muted gr-small">{incidents.dropHint}</p>
    </div>
  );
}
