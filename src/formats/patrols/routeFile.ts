import type { Degrees } from '../../domain';

/** A route as map programs of telephones take it. */
export interface RouteFile {
  readonly name: string;
  readonly description: string;
  /** In their order; a stretch has the way that is gone along it. */
  readonly stops: readonly {
    readonly name: string;
    readonly description: string;
    readonly at: Degrees;
    readonly path: readonly Degrees[] | null;
  }[];
  readonly post: { readonly name: string; readonly description: string; readonly at: Degrees };
  /** Where the whole route goes; none or one position: not known. */
  readonly course: readonly Degrees[];
}

const DIGITS = 6;
/** A decimetre is more than any receiver knows. */
export const degreeText = (degrees: number): string => String(Number(degrees.toFixed(DIGITS)));
