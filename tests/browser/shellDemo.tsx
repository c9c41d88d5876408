import { Keyboard, List, Map as MapIcon, Settings } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { type ThemeChoice, useAppearance } from '../../src/app/appearance';
import { CommandPalette } from '../../src/app/commands/CommandPalette';
import { KeyHelp } from '../../src/app/commands/KeyHelp';
import { createRegistry } from '../../src/app/commands/registry';
import { type ShellCommandState, shellCommands } from '../../src/app/commands/shellCommands';
import { useCommandKeys } from '../../src/app/commands/useCommandKeys';
import { AppShell } from '../../src/app/shell/AppShell';
import { SettingsDialog } from '../../src/features/settings';
import { WelcomeDialog } from '../../src/features/welcome';
import { type Language, useMessages } from '../../src/i18n';
import {
  type DataColumn,
  type DataSort,
  DataTable,
  IconButton,
  NO_ROWS,
  SearchBox,
  SegmentedControl,
  type SheetHeight,
  Slider,
  Stamp,
  Stat,
  StatRow,
} from '../../src/ui';
import { Providers } from './uiSupport';

interface DemoRow {
  readonly id: number;
  readonly line: string;
  readonly distance: number;
}

const COLUMNS: readonly DataColumn<DemoRow>[] = [
  { id: 'id', title: 'Số', width: 96, align: 'end', text: ({ id }) => String(id), isSortable: true },
  { id: 'line', title: 'Đường giáp ranh', width: 180, grow: 1, text: ({ line }) => line, isSortable: true },
  { id: 'distance', title: 'Cách (m)', width: 96, align: 'end', text: ({ distance }) => String(distance) },
];

const NAMES = ['Sơn Đông – Bạch Hạc', 'Cao Đại – Bồ Sao', 'Việt Xuân – Bồ Sao'];
export const demoRow = (index: number): DemoRow => ({
  id: index + 1,
  line: NAMES[index % NAMES.length] ?? '',
  distance: (index * 37) % 1500,
});

export function DemoTable({ rowCount = 100_000 }: { readonly rowCount?: number }) {
  const [selected, setSelected] = useState(NO_ROWS);
  const [sort, setSort] = useState<DataSort | null>(null);
  return (
    <DataTable
      label="Vụ việc"
      columns={COLUMNS}
      rowCount={rowCount}
      getRow={demoRow}
      selected={selected}
      onSelect={setSelected}
      sort={sort}
      onSort={setSort}
    />
  );
}

type Open = 'palette' | 'help' | 'settings' | 'welcome' | null;

interface FrameProps {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly initialTheme: ThemeChoice;
  readonly initialOpen: Open;
  readonly hasTable: boolean;
}

function Frame({ language, setLanguage, initialTheme, initialOpen, hasTable }: FrameProps) {
  const { common, shell } = useMessages();
  const [theme, setTheme] = useState<ThemeChoice>(initialTheme);
  useAppearance(language, theme);
  const [open, setOpen] = useState<Open>(initialOpen);
  const [role, setRole] = useState<'map' | 'register'>('map');
  const [isPanelOpen, setPanelOpen] = useState(true);
  const [panelWidth, setPanelWidth] = useState(360);
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>('low');
  const [tableSize, setTableSize] = useState(260);
  const [edition, setEdition] = useState<'2018' | '2025'>('2018');
  const [query, setQuery] = useState('');
  const [distance, setDistance] = useState(1000);
  const [singleKeys, setSingleKeys] = useState(true);
  const [isLegendOpen, setLegendOpen] = useState(true);
  const searchInput = useRef<HTMLInputElement>(null);
  const registry = useMemo(() => createRegistry<ShellCommandState>(shellCommands), []);
  const state: ShellCommandState = {
    language,
    theme,
    hasSearch: role === 'map',
    hasLegend: true,
    shell: {
      openPalette: () => setOpen('palette'),
      openHelp: () => setOpen('help'),
      openSettings: () => setOpen('settings'),
      openWelcome: () => setOpen('welcome'),
      focusSearch: () => searchInput.current?.focus(),
      togglePanel: () => setPanelOpen((is) => !is),
      toggleLegend: () => setLegendOpen((is) => !is),
      setTheme,
      setLanguage,
    },
  };
  useCommandKeys({ registry, state, singleKeys });
  const close = (): void => setOpen(null);
  return (
    <>
      <AppShell
        roles={[
          { id: 'map', title: shell.map, icon: MapIcon },
          { id: 'register', title: shell.register, icon: List },
        ]}
        role={role}
        onRole={setRole}
        railFooter={
          <>
            <IconButton label={shell.keys} icon={Keyboard} onPress={() => setOpen('help')} />
            <IconButton label={shell.settings} icon={Settings} onPress={() => setOpen('settings')} />
          </>
        }
        isPanelOpen={isPanelOpen}
        onPanelOpenChange={setPanelOpen}
        panelWidth={panelWidth}
        onPanelWidthChange={setPanelWidth}
        sheetHeight={sheetHeight}
        onSheetHeightChange={setSheetHeight}
        stamp={<Stamp>{common.simulated}</Stamp>}
        edition={
          <SegmentedControl
            label="Kỳ địa giới"
            isLabelHidden
            segments={[
              { id: '2018', title: '2018' },
              { id: '2025', title: '2025' },
            ]}
            value={edition}
            onChange={setEdition}
          />
        }
        search={
          <SearchBox
            label="Tìm"
            placeholder="Tìm"
            query={query}
            onQueryChange={setQuery}
            onChoose={() => {}}
            emptyText="Không thấy"
            groups={[]}
            inputRef={searchInput}
          />
        }
        panel={
          <div style={{ display: 'grid', gap: 16 }}>
            <StatRow>
              <Stat label="Trong vùng" value="38" unit="vụ việc" note="trên 61" />
              <Stat label="Đường giáp ranh" value="42,1" unit="km" />
            </StatRow>
            <Slider label="Cấp xã" unit="m" min={0} max={3000} step={50} value={distance} onChange={setDistance} />
          </div>
        }
        map={
          <svg aria-hidden width="100%" height="100%" preserveAspectRatio="xMidYMid slice" viewBox="0 0 400 300">
            <path d="M0 90 Q 140 40 210 140 T 400 160" fill="none" stroke="var(--text)" strokeWidth="1.5" />
            <path d="M210 140 Q 190 220 230 300" fill="none" stroke="var(--accent)" strokeWidth="1" />
          </svg>
        }
        overlays={
          isLegendOpen ? { bottomLeft: <div style={{ padding: 12, background: 'var(--raised)' }}>Chú giải</div> } : {}
        }
        table={
          hasTable ? { content: <DemoTable />, placement: 'bottom', size: tableSize, onSizeChange: setTableSize } : null
        }
      />
      <CommandPalette registry={registry} state={state} isOpen={open === 'palette'} onClose={close} />
      <KeyHelp registry={registry} state={state} isOpen={open === 'help'} onClose={close} />
      <WelcomeDialog
        isOpen={open === 'welcome'}
        onDone={close}
        onOpenFile={() => {}}
        language={language}
        onLanguageChange={setLanguage}
      />
      <SettingsDialog
        isOpen={open === 'settings'}
        onClose={close}
        appearance={{
          language,
          onLanguageChange: setLanguage,
          theme,
          onThemeChange: setTheme,
          singleKeys,
          onSingleKeysChange: setSingleKeys,
        }}
        user={{ name: 'Tổ 3', onNameChange: () => {} }}
        storage={{
          isPersisted: false,
          onAskPersist: () => Promise.resolve(false),
          usedBytes: 12_400_000,
          quotaBytes: 2_100_000_000,
        }}
        backup={{ lastBackupOn: null, onExport: () => {}, onImport: () => {}, isBusy: false }}
        about={{ version: '0.1.0', onShowWelcome: () => setOpen('welcome'), onShowKeys: () => setOpen('help') }}
      />
    </>
  );
}

export interface DemoProps {
  readonly language?: Language;
  readonly theme?: ThemeChoice;
  readonly open?: Open;
  readonly hasTable?: boolean;
}

/** The whole frame with stand-ins for what the features put in it. */
export function Demo({ language: initial = 'vi', theme = 'light', open = null, hasTable = false }: DemoProps) {
  const [language, setLanguage] = useState<Language>(initial);
  return (
    <Providers language={language}>
      <Frame
        language={language}
        setLanguage={setLanguage}
        initialTheme={theme}
        initialOpen={open}
        hasTable={hasTable}
      />
    </Providers>
  );
}
