import { EXPORT_TIERS } from '../../domain';
import type { Vn2000Zone } from '../../formats/out/incidentRows';
import type { Language } from '../../i18n';
import { RadioGroup, SegmentedControl, Select } from '../../ui';
import type { ExportMessages } from './exportNotes';
import { type ExportOptions, formatsOf } from './exportOptions';

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const ZONES: readonly Vn2000Zone[] = ['Phú Thọ', 'Vĩnh Phúc'];

interface Props {
  readonly words: ExportMessages;
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
  /** How many incidents there are, in words; one number alone where nothing is filtered. */
  readonly shown: string;
  readonly all: string;
}

/** What leaves, for whom, in which form. */
export function ExportForm({ words, options, onChange, shown, all }: Props) {
  const formats = formatsOf(options.tier);
  const set = (change: Partial<ExportOptions>): void => {
    const next = { ...options, ...change };
    onChange(formatsOf(next.tier).includes(next.format) ? next : { ...next, format: 'xlsx' });
  };
  return (
    <div className="gr-Stack">
      <RadioGroup
        label={words.tier}
        options={EXPORT_TIERS.map((id) => ({ id, title: words.tierName[id], hint: words.tierHint[id] }))}
        value={options.tier}
        onChange={(tier) => set({ tier })}
      />
      <Select
        label={words.format}
        options={formats.map((id) => ({ id, title: words.formatName[id] }))}
        value={options.format}
        onChange={(format) => set({ format })}
      />
      {shown !== all && (
        <SegmentedControl
          label={words.selection}
          segments={[
            { id: 'shown', title: words.selectionShown(shown) },
            { id: 'all', title: words.selectionAll(all) },
          ]}
          value={options.selection}
          onChange={(selection) => set({ selection })}
        />
      )}
      <SegmentedControl
        label={words.language}
        segments={LANGUAGES.map((id) => ({ id, title: words.languageName[id] }))}
        value={options.language}
        onChange={(language) => set({ language })}
      />
      {options.tier !== 'public' && (
        <Select
          label={words.vn2000}
          options={[
            { id: 'none', title: words.vn2000None },
            ...ZONES.map((id) => ({ id, title: words.vn2000Zone[id] })),
          ]}
          value={options.vn2000}
          onChange={(vn2000) => set({ vn2000 })}
        />
      )}
    </div>
  );
}
