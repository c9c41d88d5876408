import { useEffect, useMemo } from 'react';
import type { BorderLineId } from '../../../domain';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { limitsOf, useSession } from '../../../store';
import { Select, Slider } from '../../../ui';
import { useUnitName } from '../../wiring/useUnitName';
import { useView } from '../../wiring/useView';

const CHOSEN = 'chosen';

/** Which lines are pulled straight, and how far an incident spreads along them. */
export function ProfilePanel() {
  const words = useWords(hotspotWords);
  const info = useView('info');
  const members = useView('members');
  const unitName = useUnitName();
  const settings = useSession((session) => session.hotspots);
  const selection = useSession((session) => session.selection);
  const setHotspots = useSession((session) => session.setHotspots);

  const choices = useMemo(() => {
    if (!info) return [];
    const codes = new Set(members.units.map(({ code }) => code));
    const isMember = info.units.map(({ code }) => codes.has(code));
    const ofCluster = info.lines.filter((line) => isMember[line.leftUnit] || isMember[line.rightUnit]);
    const ids = (lines: typeof info.lines): BorderLineId[] => lines.map(({ id }) => id);
    const ofLevel = (level: 'district' | 'province') => ids(ofCluster.filter((line) => line.level === level));
    return [
      { id: 'province', title: words.chains.province, lines: ofLevel('province') },
      { id: 'district', title: words.chains.district, lines: ofLevel('district') },
      { id: 'cluster', title: words.chains.cluster, lines: ids(ofCluster) },
      ...info.units.flatMap((unit, number) =>
        isMember[number]
          ? [
              {
                id: unit.code as string,
                title: words.chains.around(unitName(unit.code)),
                lines: ids(info.lines.filter((line) => line.leftUnit === number || line.rightUnit === number)),
              },
            ]
          : [],
      ),
      ...(selection?.type === 'line' ? [{ id: CHOSEN, title: words.chains.chosen, lines: [selection.id] }] : []),
    ].filter(({ lines }) => lines.length > 0);
  }, [info, members, words, unitName, selection]);

  const isSame = (lines: readonly BorderLineId[]): boolean =>
    lines.length === settings.profileLines.length && lines.every((id) => settings.profileLines.includes(id));
  const chosen = choices.find(({ lines }) => isSame(lines));
  const first = choices[0];
  useEffect(() => {
    const isKnown = settings.profileLines.some((id) => info?.lines.some((line) => line.id === id));
    if (!isKnown && first) setHotspots({ profileLines: first.lines });
  }, [settings.profileLines, first, info, setHotspots]);
  return (
    <>
      <Select
        label={words.along}
        options={choices.map(({ id, title }) => ({ id, title }))}
        value={chosen?.id ?? null}
        onChange={(id) => setHotspots({ profileLines: choices.find((choice) => choice.id === id)?.lines ?? [] })}
      />
      <Slider
        label={words.smoothing}
        value={settings.smoothingM}
        onChange={(smoothingM) => setHotspots({ smoothingM })}
        {...limitsOf('smoothingM')}
        step={50}
        unit="m"
      />
    </>
  );
}
