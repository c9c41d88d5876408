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
  type OpenGround,
  type OpenIncidents,
  openGround,
  openIncidents,
  pointsOf,
} from '../analysis/hotspots/hotspotState';
import { placeAt } from '../analysis/hotspots/lineCourses';
import { type CellMap, type CellOptions, makeCellMap } from '../analysis/hotspots/makeCellMap';
import {
  type DensityMap,
  type DensityMapOptions,
  type DensityOptions,
  makeDensityMap,
  type SuggestedBandwidths,
  suggestBandwidths,
} from '../analysis/hotspots/makeDensityMap';
import { type Evaluation, type EvaluationOptions, makeEvaluation } from '../analysis/hotspots/makeEvaluation';
import type { HotspotGround } from '../analysis/hotspots/makeHotspotGround';
import { makeProfile, type ProfileResult } from '../analysis/hotspots/makeProfile';
import { makeRanking, type Ranking, type RankingOptions } from '../analysis/hotspots/makeRanking';
import { makeRepeats, type RepeatOptions, type Repeats } from '../analysis/hotspots/makeRepeats';
import { makeSeam, type SeamMap } from '../analysis/hotspots/makeSeam';
import { makeTiming, type TimingResult } from '../analysis/hotspots/makeTiming';
import { zonePopulation } from '../analysis/hotspots/zonePopulation';
import type { ZoneDistances } from '../domain';

/** Tells how far a computation is. */
export type Progress = (share: number) => void;

type SuggestedDensity = DensityMap & SuggestedBandwidths;

/** Holds the ground and the incidents of an answer, and computes what is asked of them. Lives in a worker of its own. */
export function createHotspotTasks() {
  let ground: OpenGround | null = null;
  let facts: CellFactsLike | null = null;
  let incidents: OpenIncidents | null = null;
  /** Found once per question: a slider must not wait for them. */
  const suggestions = new Map<string, SuggestedBandwidths>();

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
      incidents = null;
      const positions = cellPositions(ground, ground.grid);
      return transfer(positions, [positions.buffer as ArrayBuffer]);
    },

    /** Says which unit holds the middle of each cell, and how far the zones of each level reach. */
    setCells(unit: Int32Array, zoneM: ZoneDistances): void {
      if (ground)
        facts = assignCells(
          ground,
          unit,
          ground.levels.map((level) => zoneM[level]),
        );
    },

    setIncidents(next: HotspotIncidents): void {
      suggestions.clear();
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

    seam: (question: HotspotQuestion, options: DensityOptions): SeamMap | null =>
      answer(question, (held, from, basis) => (facts ? makeSeam(held, from, { ...basis, facts, options }) : null)),

    cells: (question: HotspotQuestion, options: CellOptions): CellMap | null =>
      answer(question, (held, from, basis) => (facts ? makeCellMap(held, from, { ...basis, facts, options }) : null)),

    stretches: (
      question: HotspotQuestion,
      options: Omit<StretchOptions, 'onProgress'>,
      onProgress: Progress,
    ): (FoundStretches & { readonly drawn: ReturnType<typeof drawStretches> }) | null =>
      answer(question, (held, from, basis) => {
        const found = findStretches(held, from, { ...basis, options: { ...options, onProgress } });
        return { ...found, drawn: drawStretches(held, found.stretches) };
      }),

    ranking: (question: HotspotQuestion, options: Omit<RankingOptions, 'population'>): Ranking | null =>
      answer(question, (held, from, basis) => {
        if (!facts) return null;
        const population = options.exposure === 'population' ? { population: zonePopulation(held, facts) } : {};
        return makeRanking(held, from, { ...basis, options: { ...options, ...population } });
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
        facts ? makeEvaluation(held, from, { ...basis, facts, options }) : null,
      ),

    profile: (question: HotspotQuestion, lines: readonly number[], bandwidthM: number): ProfileResult | null =>
      answer(question, (held, from, basis) => makeProfile(held, from, { ...basis, lines, bandwidthM })),

    /** Where a chainage of a line is, WGS 84 degrees. */
    placeAt: (line: number, atM: number): [number, number] | null => ground && placeAt(ground.courses, line, atM),
  };
}
