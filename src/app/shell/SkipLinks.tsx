import { useMessages } from '../../i18n';
import { focusRegion, type Region } from './focusRegion';

interface SkipLinksProps {
  readonly hasPanel: boolean;
  readonly hasTable: boolean;
}

/** The first stops of the Tab key: straight to a part of the screen. By script, since the address bar carries state. */
export function SkipLinks({ hasPanel, hasTable }: SkipLinksProps) {
  const { shell } = useMessages();
  const targets: readonly { readonly id: Region; readonly title: string; readonly isThere: boolean }[] = [
    { id: 'map', title: shell.skipToMap, isThere: true },
    { id: 'panel', title: shell.skipToPanel, isThere: hasPanel },
    { id: 'table', title: shell.skipToTable, isThere: hasTable },
  ];
  return (
    <div className="gr-Skip">
      {targets
        .filter(({ isThere }) => isThere)
        .map(({ id, title }) => (
          <button key={id} type="button" onClick={() => focusRegion(id)}>
            {title}
          </button>
        ))}
    </div>
  );
}
