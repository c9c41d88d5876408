import type { LegendSample } from '../../map/legendSamples';

/** What is said beside a map or chart, the same on paper and in pictures. */
export interface SheetFacts {
  readonly title: string;
  /** Period and filter. */
  readonly subtitle: string;
  readonly isSimulated: boolean;
  readonly legend: readonly SheetLegend[];
  /** Edition, zones, counts, tier, day of the data, what is approximate. */
  readonly statements: readonly { readonly label: string; readonly text: string }[];
  readonly sources: string;
}

/** A part of the legend, only with what is drawn. */
export interface SheetLegend {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly sample: LegendSample;
    readonly text: string;
    readonly count?: string;
  }[];
}
