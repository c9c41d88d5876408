import './commands.css';
import { useMessages } from '../../i18n';
import { Dialog, Kbd } from '../../ui';
import type { CommandRegistry } from './registry';
import { currentPlatform, printShortcut } from './shortcut';
import { useCommandText } from './useCommandText';

export interface KeyHelpProps<State> {
  readonly registry: CommandRegistry<State>;
  readonly state: State;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface KeyLine {
  readonly id: string;
  readonly title: string;
  /** Several ways, each a list of keys. */
  readonly ways: readonly (readonly string[])[];
}

function KeyList({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section className="gr-Keys-section">
      <h3>{title}</h3>
      <dl className="gr-Keys">
        {lines.map((line) => (
          <div key={line.id} className="gr-Keys-line">
            <dt>{line.title}</dt>
            <dd>
              {line.ways.map((keys) => (
                <Kbd key={keys.join('+')} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of all commands, by group, and those of the controls themselves. */
export function KeyHelp<State>({ registry, state, isOpen, onClose }: KeyHelpProps<State>) {
  const { commands: words } = useMessages();
  const textOf = useCommandText();
  const platform = currentPlatform();
  const print = (...shortcuts: readonly string[]): string[][] =>
    shortcuts.map((shortcut) => printShortcut(shortcut, platform, words.keyNames));

  const groups = new Map<string, KeyLine[]>();
  for (const command of registry.commands) {
    if (command.keys.length === 0) continue;
    const { group, title } = textOf(command, state);
    groups.set(group, [...(groups.get(group) ?? []), { id: command.id, title, ways: print(...command.keys) }]);
  }
  const { controls } = words;
  const controlLines: readonly KeyLine[] = [
    { id: 'rows', title: controls.moveRows, ways: print('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End') },
    { id: 'select', title: controls.selectRows, ways: print('Shift+ArrowUp', 'Shift+ArrowDown') },
    { id: 'copy', title: controls.copyRows, ways: print('Mod+C') },
    { id: 'open', title: controls.openRow, ways: print('Enter') },
    { id: 'map', title: controls.moveMap, ways: print('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown') },
    { id: 'zoom', title: controls.zoomMap, ways: [['+'], ['-']] },
    { id: 'letGo', title: controls.letGo, ways: print('Escape') },
  ];
  return (
    <Dialog title={words.helpTitle} isOpen={isOpen} onClose={onClose} size="large" isText>
      <p className="gr-muted">{words.helpNote}</p>
      <div className="gr-Keys-sections">
        {[...groups].map(([title, lines]) => (
          <KeyList key={title} title={title} lines={lines} />
        ))}
        <KeyList title={controls.title} lines={controlLines} />
      </div>
    </Dialog>
  );
}
