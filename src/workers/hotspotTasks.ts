import { transfer } from 'comlink';
import { assignCells } from '../analysis/hotspots/assignCells';
import type { CellFactsLike } from '../analysis/hotspots/cellFacts';
import { cellPositions } from '../analysis/hotspots/densityGround';
import {
  drawStretches,
  type FoundStretches,
  findStretches,
  type StretchOptions,
} from '../analysis/hotspots/findStretches';
import type { HotspotIncidents } from '../analysis/hotspots/gatherHotspotIncidents';
import {
  type Basis,
  basisOf,
  type HotspotQuestion,
  narrowGround,
  type OpenGround,
  type OpenIncidents,
  openGround,
  openIncidents,
  pointsOf,
} from '../analysis/hotspots/hotspotState';
import { indexZones, type ZoneIndex } from '../analysis/hotspots/indexZones';
import { placeAt } from '../analysis/hotspots/lineCourses';
import { makeLinePieces } from '../analysis/hotspots/linePieces';
import { type CellMap, type CellOptions, makeCellMap } from '../analysis/hotspots/makeCellMap';
import {
  type DensityMap,
  type DensityMapOptions,
  makeDensityMap,
  type SuggestedBandwidths,
  suggestBandwidths,
} from '../analysis/hotspots/makeDensityMap';
import { type Evaluation, type EvaluationOptions, makeEvaluation } from '../analysis/hotspots/makeEvaluation';
import type { HotspotGround } from '../analysis/hotspots/makeHotspotGround';
import { makeProfile, type ProfileResult } from '../analysis/hotspots/makeProfile';
import { makeRanking, type Ranking, type RankingOptions } from '../analysis/hotspots/makeRanking';
import { makeRepeats, type RepeatOptions, type Repeats } from '../analysis/hotspots/makeRepeats';
import { makeSeam, type SeamMap, type SeamOptions } from '../analysis/hotspots/makeSeam';
import { makeTiming, type TimingResult } from '../analysis/hotspots/makeTiming';
import { type LinePoint, nearestOnLines } from '../analysis/hotspots/nearestOnLines';
import { zonePopulation } from '../analysis/hotspots/zonePopulation';
import { type PlaceOptions, proposePlaces } from '../analysis/patrols/proposePlaces';
import { type ProposalOptions, proposeTasks, type TaskProposals } from '../analysis/patrols/proposeTasks';
import type { ZoneDistances } from '../domain';

/** Tells how far a computation is. */
export type Progress = (share: number) => void;

type SuggestedDensity = DensityMap & SuggestedBandwidths;
/** Hot stretches with their courses. */
type DrawnStretches = FoundStretches & { readonly drawn: ReturnType<typeof drawStretches> };

/** What a profile is asked for: its lines, and the hot stretches to be drawn on it, if any. */
export interface ProfileOptions {
  readonly lines: readonly number[];
  readonly bandwidthM: number;
  readonly overUncertainty: boolean;
  readonly stretches: Omit<StretchOptions, 'onProgress'> | null;
}

/** Holds the ground and the incidents of an answer, and computes what is asked of them. Lives in a worker of its own. */
export function createHotspotTasks() {
  let ground: OpenGround | null = null;
  let facts: CellFactsLike | null = null;
  /** The zones of the lines that count. */
  let zones: ZoneIndex | null = null;
  let incidents: OpenIncidents | null = null;
  /** Found once per question: a slider must not wait for them. */
  const suggestions = new Map<string, SuggestedBandwidths>();
  /** So are hot stretches: a profile shows them beside what its own sliders change. */
  const foundStretches = new Map<string, DrawnStretches>();

  function stretchesOf(
    [held, from, basis]: readonly [OpenGround, OpenIncidents, Basis],
    question: HotspotQuestion,
    // A caller's function must not be looked into: it lives in another thread.
    { onProgress, ...options }: StretchOptions & { readonly onProgress: Progress },
  ): DrawnStretches | null {
    if (!zones) return null;
    const key = JSON.stringify([question, options]);
    const known = foundStretches.get(key);
    if (known) return known;
    const found = findStretches(narrowGround(held, question.lines ?? null), from, {
      ...basis,
      zones,
      options: { ...options, onProgress },
    });
    const drawn = { ...found, drawn: drawStretches(held, found.stretches) };
    foundStretches.set(key, drawn);
    return drawn;
  }

  /** Nothing where there is no ground yet, or not one incident. */
  function answer<T>(
    question: HotspotQuestion,
    make: (held: OpenGround, from: OpenIncidents, basis: Basis) => T,
  ): T | null {
    if (!ground || !incidents) return null;
    const basis = basisOf(incidents, question);
    return basis && make(ground, incidents, basis);
  }

  return {
    setGround(next: HotspotGround): Float64Array {
      ground = openGround(next);
      facts = null;
      zones = null;
      incidents = null;
      const positions = cellPositions(ground, ground.grid);
      return transfer(positions, [positions.buffer as ArrayBuffer]);
    },

    /** Says which unit holds the middle of each cell, and how far the zones of each level reach. */
    setCells(unit: Int32Array, zoneM: ZoneDistances): void {
      if (!ground) return;
      const zoneOfLineM = Float64Array.from(ground.levels, (level) => zoneM[level]);
      facts = assignCells(ground, unit, zoneOfLineM);
      zones = indexZones(ground, zoneOfLineM);
    },

    setIncidents(next: HotspotIncidents): void {
      suggestions.clear();
      foundStretches.clear();
      if (ground) incidents = openIncidents(ground, next);
    },

    density: (question: HotspotQuestion, options: DensityMapOptions): SuggestedDensity | null =>
      answer(question, (held, from, basis) => {
        if (!facts) return null;
        const key = JSON.stringify([question, options.kernel]);
        const known = suggestions.get(key) ?? suggestBandwidths(pointsOf(from, basis.events.index), options.kernel);
        suggestions.set(key, known);
        return { ...makeDensityMap(held, from, { ...basis, facts, options }), ...known };
      }),

    seam: (question: HotspotQuestion, options: SeamOptions): SeamMap | null =>
      answer(question, (held, from, basis) =>
        facts && zones ? makeSeam(held, from, { ...basis, facts, zones, options }) : null,
      ),

    cells: (question: HotspotQuestion, options: CellOptions): CellMap | null =>
      answer(question, (held, from, basis) => (facts ? makeCellMap(held, from, { ...basis, facts, options }) : null)),

    stretches: (
      question: HotspotQuestion,
      options: Omit<StretchOptions, 'onProgress'>,
      onProgress: Progress,
    ): DrawnStretches | null => answer(question, (...of) => stretchesOf(of, question, { ...options, onProgress })),

    ranking: (question: HotspotQuestion, options: Omit<RankingOptions, 'population'>): Ranking | null =>
      answer(question, (held, from, basis) => {
        if (!facts || !zones) return null;
        const ranked = narrowGround(held, question.lines ?? null);
        const pieces = makeLinePieces(held, options.pieceM);
        const population =
          options.exposure === 'population' ? { population: zonePopulation(held, facts, { pieces, zones }) } : {};
        return makeRanking(ranked, from, { ...basis, zones, options: { ...options, ...population } });
      }),

    timing: (question: HotspotQuestion, seed: number): TimingResult | null =>
      answer(question, (_, from, basis) => makeTiming(from, { ...basis, seed })),

    repeats: (
      question: HotspotQuestion,
      options: Omit<RepeatOptions, 'onProgress'>,
      onProgress: Progress,
    ): Repeats | null =>
      answer(question, (_, from, basis) => makeRepeats(from, { ...basis, options: { ...options, onProgress } })),

    evaluation: (question: HotspotQuestion, options: EvaluationOptions): Evaluation | null =>
      answer(question, (held, from, basis) =>
        facts && zones ? makeEvaluation(held, from, { ...basis, facts, zones, options }) : null,
      ),

    profile: (
      question: HotspotQuestion,
      { stretches, ...options }: ProfileOptions,
      onProgress: Progress,
    ): (ProfileResult & { readonly hot: DrawnStretches | null }) | null =>
      answer(question, (held, from, basis) => {
        if (!zones) return null;
        const hot = stretches && stretchesOf([held, from, basis], question, { ...stretches, onProgress });
        return { ...makeProfile(held, from, { ...basis, zones, options }), hot };
      }),

    /** What patrols may watch along the border. */
    proposals: (
      question: HotspotQuestion,
      options: ProposalOptions | PlaceOptions,
      onProgress: Progress,
    ): TaskProposals | null =>
      answer(question, (held, from, basis) => {
        if (!zones || !facts) return null;
        return options.of === 'incident' || options.of === 'hotspot'
          ? proposePlaces(held, from, { ...basis, facts, options })
          : proposeTasks(held, from, { ...basis, zones, options }, onProgress);
      }),

    /** The place of some lines that is nearest to a position. */
    nearestOn: (lines: readonly number[], position: readonly [lng: number, lat: number]): LinePoint | null =>
      ground && nearestOnLines(ground.courses, lines, position),

    /** Where a chainage of a line is, WGS 84 degrees. */
    placeAt: (line: number, atM: number): [number, number] | null => ground && placeAt(ground.courses, line, atM),
  };
}
