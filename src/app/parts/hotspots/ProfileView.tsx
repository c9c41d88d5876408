import { Printer } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ALPHA } from '../../../analysis/hotspots/alpha';
import { nameLine } from '../../../analysis/nameLine';
import { type IncidentId, LEVELS } from '../../../domain';
import { type ChainSpan, ProfileChart } from '../../../features/hotspots';
import { useTerms } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import type { MapTheme } from '../../../map/types';
import { type Selection, useSession } from '../../../store';
import { IconButton } from '../../../ui';
import type { ChartPicture } from '../../briefing/chartPicture';
import { useServices } from '../../services';
import { hotspotServiceOf } from '../../wiring/hotspotService';
import type { HotspotResults } from '../../wiring/hotspotWish';
import { NO_OVERLAY } from '../../wiring/mapOverlay';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { useShowsSingles } from '../../wiring/useShowsSingles';
import { useView } from '../../wiring/useView';
import { useZoneM } from '../../wiring/useZoneM';
import { ChartMenu } from '../briefing/ChartMenu';
import { hotKey } from './overlayKeys';
import type { ProfileSheetProps } from './ProfileSheet';
import { ProfileStage } from './ProfileStage';
import { chainAt, hotSpans, lineAt, spansOf, stretchesOf } from './profileSpans';
import { shownOf } from './shownOf';
import { useWatchedSpans } from './useWatchedSpans';

const ProfileSheet = lazy(() => import('./ProfileSheet'));

const LEAST_HEIGHT_PX = 210;
const LEAST_REACH_M = 100;
/** So that marks do not stand on the names. */
const ROOM = 1.4;

type HotFound = NonNullable<NonNullable<HotspotResults['profile']>['hot']>;

export interface ProfileViewProps {
  readonly outcome: HotspotOutcome<'profile'>;
  readonly theme: MapTheme;
  /** The register that the marks are of. */
  readonly register: number;
}

/** The profile of the chosen lines, linked with the map both ways. */
export function ProfileView({ outcome, theme, register }: ProfileViewProps) {
  const services = useServices();
  const { border, overlay } = services;
  const words = useWords(hotspotWords);
  const terms = useTerms();
  const summary = useView('summary');
  const zoneM = useZoneM();
  const showsSingles = useShowsSingles();
  const selection = useSession((session) => session.selection);
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([800, 240]);
  const [chosenSlot, setChosenSlot] = useState<number | null>(null);
  const [pointedSlot, setPointedSlot] = useState<number | null>(null);
  const [pointedM, setPointedM] = useState<number | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  /** Told the drawing while a picture is taken. */
  const [staged, setStaged] = useState<{ readonly onDrawn: (svg: SVGSVGElement | null) => void } | null>(null);
  const asPicture = useMemo(
    (): ChartPicture => ({
      id: 'profile',
      title: words.profileTitle,
      unit: `${words.perKmYearBand}; ${words.metresFromLine}`,
      isInternal: showsSingles,
      columns: 1,
      drawings: () =>
        new Promise((resolve) => {
          const onDrawn = (svg: SVGSVGElement | null): void => {
            setStaged(null);
            resolve(svg ? [{ title: null, svg }] : []);
          };
          setStaged({ onDrawn });
        }),
      key: [],
    }),
    [words, showsSingles],
  );
  const chain = useSession((session) => session.hotspots.profileChain);
  const { value: result = null, info = null } = shownOf(outcome) ?? {};
  const chains = result?.chains ?? [];
  const shown = chains[Math.min(chain, chains.length - 1)];

  /** How far from its line the map's pointer is still on the chain; the chart reaches as far as there are incidents. */
  const zoneReachM = useMemo(
    () =>
      Math.max(
        LEAST_REACH_M,
        ...LEVELS.filter((level) => shown?.parts.some(({ line }) => info?.lines[line]?.level === level)).map(
          (level) => zoneM?.[level] ?? 0,
        ),
      ),
    [shown, info, zoneM],
  );
  const reachM = useMemo(() => {
    const farthestM = shown?.marks.offsetM.reduce((most, offsetM) => Math.max(most, Math.abs(offsetM)), 0) ?? 0;
    return Math.min(zoneReachM, Math.max(LEAST_REACH_M, ROOM * farthestM));
  }, [shown, zoneReachM]);

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

  const withId = useCallback(
    async (slot: number, use: (target: Selection) => void): Promise<void> => {
      const [id] = await border.worker.api.border.idsAt(register, Uint32Array.of(slot));
      if (id) use({ type: 'incident', id: id as IncidentId });
    },
    [border, register],
  );
  const slotOf = border.worker.api.border.slotOf;
  // The chosen incident is lit, wherever it was chosen.
  useEffect(() => {
    if (selection?.type !== 'incident' || !shown) {
      setChosenSlot(null);
      return undefined;
    }
    let isWanted = true;
    void slotOf(selection.id).then((slot) => isWanted && setChosenSlot(slot));
    return () => {
      isWanted = false;
    };
  }, [selection, shown, slotOf]);
  /** Which place was pointed at last: an answer for an older one comes too late. */
  const pointed = useRef(0);
  const pointedOnMap = useRef(0);
  // What is pointed at on the map is shown on the chart.
  const listening = useMemo(
    () => ({
      ...NO_OVERLAY,
      stretches: result?.hot
        ? { ...result.hot.drawn, features: result.hot.drawn.features.filter((_, k) => isHot(result.hot, k)) }
        : null,
      key: hotKey(words, result?.hot?.stretches.some(({ p }) => p <= ALPHA) ?? false),
      onHover: (target: { readonly type: string; readonly id: string } | null) => {
        pointed.current += 1;
        const mine = pointed.current;
        if (target?.type !== 'incident') return setPointedSlot(null);
        void slotOf(target.id).then((slot) => mine === pointed.current && setPointedSlot(slot));
      },
      onPointer: (position: { readonly lng: number; readonly lat: number } | null) => {
        pointedOnMap.current += 1;
        const mine = pointedOnMap.current;
        if (!position || !shown) return setPointedM(null);
        const lines = shown.parts.map(({ line }) => line);
        void hotspotServiceOf(services)
          .nearestOn(lines, [position.lng, position.lat])
          .then((near) => {
            if (mine !== pointedOnMap.current) return;
            setPointedM(near && near.distanceM <= zoneReachM ? chainAt(shown, near.line, near.alongM) : null);
          });
      },
    }),
    [result, shown, services, slotOf, zoneReachM, words],
  );
  useEffect(() => {
    overlay.set(listening);
    return () => {
      pointed.current += 1;
      overlay.set(NO_OVERLAY);
    };
  }, [overlay, listening]);

  const point = useCallback(
    (atM: number | null): void => {
      pointed.current += 1;
      const mine = pointed.current;
      const at = atM === null || !shown ? null : lineAt(shown, atM);
      if (!at) {
        overlay.set(listening);
        return;
      }
      void hotspotServiceOf(services)
        .placeAt(at.line, at.alongM)
        .then((place) => {
          if (!place || mine !== pointed.current) return;
          overlay.set({
            ...listening,
            cursor: {
              type: 'FeatureCollection',
              features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place } }],
            },
          });
        });
    },
    [shown, overlay, services, listening],
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
  const brushed = shown && info && stretch ? spansOf(shown, stretch, info) : [];
  const brush = (span: ChainSpan | null): void => {
    if (!shown || !info) return;
    useSession.getState().setFilter('stretch', span ? stretchesOf(shown, span, info) : undefined);
  };
  const watched = useWatchedSpans(shown ?? null, info);
  const picture = useMemo(
    () =>
      info && shown
        ? {
            profile: shown,
            reachM,
            levelOf: (line: number) => info.lines[line]!.level,
            unitName: (unit: number) => info.units[unit]!.shortName,
            lineName: (line: number) => nameLine(info, line),
            categoryOf,
            hot: result?.hot ? hotSpans(shown, result.hot.stretches).filter(({ p }) => p <= ALPHA) : [],
            onHoverMark: (slot: number | null) => {
              const { setHover } = useSession.getState();
              if (slot === null) setHover(null);
              else void withId(slot, setHover);
            },
            onSelectMark: (slot: number) => void withId(slot, useSession.getState().select),
          }
        : null,
    [info, shown, reachM, categoryOf, result, withId],
  );
  const chart: ProfileSheetProps['chart'] | null = picture && {
    ...picture,
    hasMarks: showsSingles,
    watched: watched.spans,
    brushed,
    pointedM,
    litSlot: pointedSlot ?? chosenSlot,
    onPoint: point,
    onBrush: brush,
  };
  return (
    <section className="gr-ProfileView" aria-label={words.profileTitle}>
      <div className="gr-ProfileView-frame" ref={frame}>
        {chart && <ProfileChart {...chart} theme={theme} widthPx={size[0]} heightPx={size[1]} />}
      </div>
      {chart && (
        <div className="gr-ProfileView-tools">
          <ChartMenu chart={asPicture} />
          <IconButton
            icon={Printer}
            label={words.print}
            size="small"
            isDisabled={outcome.kind !== 'done'}
            onPress={() => setPrinting(true)}
          />
        </div>
      )}
      {chart && staged && <ProfileStage chart={chart} onDrawn={staged.onDrawn} />}
      {chart && info && isPrinting && (
        <Suspense>
          <ProfileSheet chart={chart} info={info} watchKey={watched.key} onDone={endPrinting} />
        </Suspense>
      )}
    </section>
  );
}

const isHot = (hot: HotFound | null, k: number): boolean => (hot?.stretches[k]?.p ?? 1) <= ALPHA;
