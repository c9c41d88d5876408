import { useEffect, useMemo } from 'react';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { nameLine } from '../../../analysis/nameLine';
import type { EditionInfo } from '../../../analysis/openEdition';
import type { BorderLineId } from '../../../domain';
import type { ChainSpan } from '../../../features/hotspots';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { limitsOf, useSession } from '../../../store';
import { Button, Checkbox, Disclosure, NumberField, Select, Slider, Switch } from '../../../ui';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { useUnitName } from '../../wiring/useUnitName';
import { useView } from '../../wiring/useView';
import { spansOf, stretchesOf } from './profileSpans';
import { useWatchedSpans } from './useWatchedSpans';

const CHOSEN = 'chosen';
const OWN = 'own';
const STEP_M = 10;
const STEPS_PER_KM = 1000 / STEP_M;
/** What ends so near to a ring's start or end goes on over it. */
const SEAM_M = 1;

type Found = NonNullable<HotspotResults['profile']>;

export interface ProfilePanelProps {
  readonly found: Found | null;
  /** Whose lines and units those are. */
  readonly foundIn: EditionInfo | null;
}

/** Which lines are pulled straight, how far an incident spreads along them, and which stretch of them is looked at. */
export function ProfilePanel({ found, foundIn }: ProfilePanelProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const info = useView('info');
  const members = useView('members');
  const unitName = useUnitName();
  const settings = useSession((session) => session.hotspots);
  const selection = useSession((session) => session.selection);
  const setHotspots = useSession((session) => session.setHotspots);

  const ofCluster = useMemo(() => {
    if (!info) return [];
    const codes = new Set(members.units.map(({ code }) => code));
    const isMember = info.units.map(({ code }) => codes.has(code));
    return info.lines.filter((line) => isMember[line.leftUnit] || isMember[line.rightUnit]);
  }, [info, members]);
  const choices = useMemo(() => {
    if (!info) return [];
    const ids = (lines: typeof info.lines): BorderLineId[] => lines.map(({ id }) => id);
    const ofLevel = (level: 'district' | 'province') => ids(ofCluster.filter((line) => line.level === level));
    return [
      { id: 'province', title: words.chains.province, lines: ofLevel('province') },
      { id: 'district', title: words.chains.district, lines: ofLevel('district') },
      { id: 'cluster', title: words.chains.cluster, lines: ids(ofCluster) },
      ...members.units.map(({ code }) => {
        const number = info.units.findIndex((unit) => unit.code === code);
        const around = info.lines.filter((line) => line.leftUnit === number || line.rightUnit === number);
        return { id: code as string, title: words.chains.around(unitName(code)), lines: ids(around) };
      }),
      ...(selection?.type === 'line' ? [{ id: CHOSEN, title: words.chains.chosen, lines: [selection.id] }] : []),
    ].filter(({ lines }) => lines.length > 0);
  }, [info, members, ofCluster, words, unitName, selection]);

  const { profileLines } = settings;
  const take = (lines: readonly BorderLineId[]): void => setHotspots({ profileLines: lines, profileChain: 0 });
  const isSame = (lines: readonly BorderLineId[]): boolean =>
    lines.length === profileLines.length && lines.every((id) => profileLines.includes(id));
  const chosen = choices.find(({ lines }) => isSame(lines));
  const first = choices[0];
  useEffect(() => {
    const isKnown = profileLines.some((id) => info?.lines.some((line) => line.id === id));
    if (!isKnown && first) setHotspots({ profileLines: first.lines, profileChain: 0 });
  }, [profileLines, first, info, setHotspots]);
  const options = choices.map(({ id, title }) => ({ id, title }));
  const ownTitle = words.chains.own(format.count(profileLines.length));
  const chains = found?.chains ?? [];
  const hot = found?.hot?.stretches.filter(({ p }) => p <= ALPHA).length ?? 0;
  return (
    <>
      <Select
        label={words.along}
        options={chosen ? options : [...options, { id: OWN, title: ownTitle }]}
        value={chosen?.id ?? OWN}
        onChange={(id) => take(choices.find((choice) => choice.id === id)?.lines ?? profileLines)}
      />
      {info && (
        <Disclosure title={words.chains.pick} level={2}>
          <fieldset className="gr-LineChoice">
            <legend className="gr-VisuallyHidden">{words.chains.pick}</legend>
            {ofCluster.map(({ id }) => (
              <Checkbox
                key={id}
                isSelected={profileLines.includes(id)}
                onChange={(isIn) => take(isIn ? [...profileLines, id] : profileLines.filter((each) => each !== id))}
              >
                {nameLine(info, numberOf(info, id))}
              </Checkbox>
            ))}
          </fieldset>
        </Disclosure>
      )}
      {chains.length > 1 && (
        <Select
          label={words.chainChoice}
          options={chains.map(({ lengthM }, k) => ({
            id: String(k),
            title: words.chain(String(k + 1), format.distance(lengthM)),
          }))}
          value={String(Math.min(settings.profileChain, chains.length - 1))}
          onChange={(id) => setHotspots({ profileChain: Number(id) })}
        />
      )}
      <Slider
        label={words.smoothing}
        value={settings.smoothingM}
        onChange={(smoothingM) => setHotspots({ smoothingM })}
        {...limitsOf('smoothingM')}
        step={50}
        unit="m"
      />
      {found && foundIn && <TypedStretch found={found} info={foundIn} />}
      {found && foundIn && <WatchedKey found={found} info={foundIn} />}
      <Switch
        isSelected={settings.showsHot}
        onChange={(showsHot) => setHotspots({ showsHot })}
        {...(found?.hot
          ? { hint: words.hotOnProfile(format.count(hot), format.count(found.hot.stretches.length)) }
          : {})}
      >
        {words.showHot}
      </Switch>
    </>
  );
}

/** What the row under the profile means, where patrols have a plan. */
function WatchedKey({ found, info }: { readonly found: Found; readonly info: EditionInfo }) {
  const chain = useSession((session) => session.hotspots.profileChain);
  const { key } = useWatchedSpans(found.chains[Math.min(chain, found.chains.length - 1)] ?? null, info);
  return key && <p className="gr-muted gr-small">{key}</p>;
}

const numberOf = (info: EditionInfo, id: BorderLineId): number => info.lines.findIndex((line) => line.id === id);

/** From where to where along the chain incidents are looked at, as it can be drawn on the chart, too. */
function TypedStretch({ found, info }: { readonly found: Found; readonly info: EditionInfo }) {
  const words = useWords(hotspotWords);
  const profileChain = useSession((session) => session.hotspots.profileChain);
  const stretch = useSession((session) => session.filter.stretch);
  const setFilter = useSession((session) => session.setFilter);
  const shown = found.chains[Math.min(profileChain, found.chains.length - 1)];
  if (!shown) return null;
  const spans = stretch ? spansOf(shown, stretch, info) : [];
  const lengthKm = Math.ceil(shown.lengthM / STEP_M) / STEPS_PER_KM;
  const set = (fromKm: number | null, toKm: number | null): void => {
    const [fromM, toM] = [1000 * (fromKm ?? 0), Math.min(shown.lengthM, 1000 * (toKm ?? lengthKm))];
    const isAll = fromM <= 0 && toM >= shown.lengthM;
    // Round a ring one may go from late to early, over its start.
    const wanted =
      fromM < toM
        ? [{ fromM, toM }]
        : shown.isClosed
          ? [
              { fromM, toM: shown.lengthM },
              { fromM: 0, toM },
            ]
          : [{ fromM: toM, toM: fromM }];
    const pieces = wanted.flatMap((span) => stretchesOf(shown, span, info));
    setFilter('stretch', isAll || pieces.length === 0 ? undefined : pieces);
  };
  const [fromKm, toKm] = endsOf(shown, spans).map((atM) => (atM === null ? null : atM / 1000)) as [
    number | null,
    number | null,
  ];
  const field = { min: 0, max: lengthKm, step: 1 / STEPS_PER_KM, unit: 'km', format: { maximumFractionDigits: 2 } };
  return (
    <div className="gr-Stack">
      <div className="gr-Halves">
        <NumberField label={words.fromKm} value={fromKm} onChange={(km) => set(km, toKm)} {...field} />
        <NumberField label={words.toKm} value={toKm} onChange={(km) => set(fromKm, km)} {...field} />
      </div>
      <p className="gr-muted gr-small">
        {words.brushHint}{' '}
        {stretch && (
          <Button variant="quiet" onPress={() => setFilter('stretch', undefined)}>
            {words.wholeChain}
          </Button>
        )}
      </p>
    </div>
  );
}

/** From where to where spans go: those that go on over the start of a ring are one; null where they are apart. */
function endsOf(
  { isClosed, lengthM }: Found['chains'][number],
  spans: readonly ChainSpan[],
): readonly [fromM: number | null, toM: number | null] {
  const [first, second] = spans;
  if (first && !second) return [first.fromM, first.toM];
  const isOverStart = isClosed && spans.length === 2 && first!.fromM <= SEAM_M && second!.toM >= lengthM - SEAM_M;
  return isOverStart ? [second!.fromM, first!.toM] : [null, null];
}
