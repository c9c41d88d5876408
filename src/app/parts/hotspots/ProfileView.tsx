import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StripProfile } from '../../../analysis/hotspots/makeProfile';
import { nameLine } from '../../../analysis/nameLine';
import type { EditionInfo } from '../../../analysis/openEdition';
import { LEVELS } from '../../../domain';
import { type ChainSpan, ProfileChart } from '../../../features/hotspots';
import { useFormat, useTerms } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { MapTheme } from '../../../map/types';
import { type StretchFilter, useSession } from '../../../store';
import { SegmentedControl } from '../../../ui';
import { useServices } from '../../services';
import { hotspotServiceOf } from '../../wiring/hotspotService';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { useView } from '../../wiring/useView';
import { useZoneM } from '../../wiring/useZoneM';
import { shownOf } from './shownOf';

const LEAST_HEIGHT_PX = 210;
const MOST_CHAINS = 6;

export interface ProfileViewProps {
  readonly outcome: HotspotOutcome<'profile'>;
  readonly theme: MapTheme;
  /** Of the engine's answer that the marks are of. */
  readonly version: number;
}

/** The profile of the chosen lines, linked with the map both ways. */
export function ProfileView({ outcome, theme, version }: ProfileViewProps) {
  const services = useServices();
  const { border, overlay } = services;
  const words = useWords(hotspotWords);
  const format = useFormat();
  const terms = useTerms();
  const info = useView('info');
  const summary = useView('summary');
  const zoneM = useZoneM();
  const selection = useSession((session) => session.selection);
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([800, 240]);
  const [chain, setChain] = useState(0);
  const [litSlot, setLitSlot] = useState<number | null>(null);
  const result = shownOf(outcome);
  const chains = result?.chains ?? [];
  const shown = chains[Math.min(chain, chains.length - 1)];

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      setSize([Math.max(280, clientWidth), Math.max(LEAST_HEIGHT_PX, clientHeight)]);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const idAt = useCallback(
    async (slot: number): Promise<string | null> =>
      (await border.worker.api.border.idsAt(version, Uint32Array.of(slot)))[0] ?? null,
    [border, version],
  );
  // The chosen incident is lit, wherever it was chosen.
  useEffect(() => {
    if (selection?.type !== 'incident' || !shown) {
      setLitSlot(null);
      return undefined;
    }
    let isWanted = true;
    void border.worker.api.border.slotOf(selection.id).then((slot) => {
      if (isWanted) setLitSlot(slot);
    });
    return () => {
      isWanted = false;
    };
  }, [selection, shown, border]);
  /** Which place was pointed at last: an answer for an older one comes too late. */
  const pointed = useRef(0);
  useEffect(
    () => () => {
      pointed.current += 1;
      overlay.set(NO_OVERLAY);
    },
    [overlay],
  );

  const point = useCallback(
    (atM: number | null): void => {
      pointed.current += 1;
      const mine = pointed.current;
      const part = atM === null ? null : shown?.parts.find(({ fromM, toM }) => fromM <= atM && atM <= toM);
      if (atM === null || !part) {
        overlay.set(NO_OVERLAY);
        return;
      }
      const alongM = part.isReversed ? part.toM - atM : atM - part.fromM;
      void hotspotServiceOf(services)
        .placeAt(part.line, alongM)
        .then((place) => {
          if (!place || mine !== pointed.current) return;
          overlay.set({
            ...NO_OVERLAY,
            cursor: {
              type: 'FeatureCollection',
              features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place } }],
            },
          });
        });
    },
    [shown, overlay, services],
  );
  const categories = summary?.categories;
  const categoryOf = useMemo(
    () => (code: number) => {
      const id = categories?.[code] ?? 'other';
      return { look: terms.look(id), name: terms.name(id) };
    },
    [categories, terms],
  );
  const stretch = useSession((session) => session.filter.stretch);
  const brushed = shown && info && stretch ? spanOf(shown, stretch, info) : null;
  const brush = (span: ChainSpan | null): void => {
    if (!shown || !info) return;
    useSession.getState().setFilter('stretch', span ? stretchesOf(shown, span, info) : undefined);
  };
  if (!info || !zoneM) return null;
  const reachM = Math.max(
    ...LEVELS.filter((level) => shown?.parts.some(({ line }) => info.lines[line]!.level === level)).map(
      (level) => zoneM[level],
    ),
    100,
  );
  return (
    <section className="gr-ProfileView" aria-label={words.profileTitle}>
      {chains.length > 1 && (
        <SegmentedControl
          label={words.chainChoice}
          isLabelHidden
          segments={chains.slice(0, MOST_CHAINS).map(({ lengthM }, k) => ({
            id: String(k),
            title: words.chain(String(k + 1), format.distance(lengthM)),
          }))}
          value={String(Math.min(chain, chains.length - 1))}
          onChange={(id) => setChain(Number(id))}
        />
      )}
      <div className="gr-ProfileView-frame" ref={frame}>
        {shown && (
          <ProfileChart
            profile={shown}
            theme={theme}
            widthPx={size[0]}
            heightPx={size[1]}
            reachM={reachM}
            levelOf={(line) => info.lines[line]!.level}
            unitName={(unit) => info.units[unit]!.shortName}
            lineName={(line) => nameLine(info, line)}
            categoryOf={categoryOf}
            hot={[]}
            brushed={brushed}
            litSlot={litSlot}
            onPoint={point}
            onHoverMark={(slot) => {
              const { setHover } = useSession.getState();
              if (slot === null) return setHover(null);
              void idAt(slot).then((id) => id && setHover({ type: 'incident', id: id as never }));
            }}
            onSelectMark={(slot) => {
              void idAt(slot).then((id) => id && useSession.getState().select({ type: 'incident', id: id as never }));
            }}
            onBrush={brush}
          />
        )}
      </div>
    </section>
  );
}

/** The pieces of lines that a span of the chain covers. */
function stretchesOf({ parts }: StripProfile, { fromM, toM }: ChainSpan, info: EditionInfo): readonly StretchFilter[] {
  return parts.flatMap((part) => {
    const [low, high] = [Math.max(fromM, part.fromM), Math.min(toM, part.toM)];
    if (low >= high) return [];
    const along = part.isReversed ? [part.toM - high, part.toM - low] : [low - part.fromM, high - part.fromM];
    const [start = 0, end = 0] = along.map(Math.round);
    return [{ line: info.lines[part.line]!.id, fromM: start, toM: end }];
  });
}

/** The span of the chain that the pieces of lines cover; null where none is of this chain. */
function spanOf({ parts }: StripProfile, stretch: readonly StretchFilter[], info: EditionInfo): ChainSpan | null {
  const ends = stretch.flatMap(({ line, fromM, toM }) => {
    const part = parts.find((each) => info.lines[each.line]!.id === line);
    if (!part) return [];
    return part.isReversed ? [part.toM - toM, part.toM - fromM] : [part.fromM + fromM, part.fromM + toM];
  });
  return ends.length === 0 ? null : { fromM: Math.min(...ends), toM: Math.max(...ends) };
}
