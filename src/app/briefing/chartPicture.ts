import type { DeckChart } from '../../formats/briefing/deck';

export interface ChartDrawing {
  readonly title: string | null;
  readonly svg: SVGSVGElement;
}

/** A chart that can leave the screen: alone as a picture, or on paper beside the map. */
export interface ChartPicture {
  readonly id: 'profile' | 'months' | 'week' | 'multiples' | 'curves';
  readonly title: string;
  /** What its axes measure. */
  readonly unit: string;
  /** Whether it draws single incidents, which leave the cluster in no picture. */
  readonly isInternal: boolean;
  /** Needing no style sheet, each with a title of its own where there are several; none while they are not drawn. */
  readonly drawings: () => Promise<readonly ChartDrawing[]>;
  /** The same as a chart that Office draws, where it has one of the kind. */
  readonly native?: DeckChart;
  /** Drawings stand in so many columns. */
  readonly columns: number;
  /** What its colours and strokes mean, where no title says it. */
  readonly key: readonly { readonly text: string; readonly color: string; readonly isDashed?: boolean }[];
}
