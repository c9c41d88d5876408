import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import { useEffect, useState } from 'react';
import type { Degrees } from '../../../../domain';
import { useView } from '../../../wiring/useView';

type Lines = FeatureCollection<LineString | MultiLineString>;

/** The courses of all border lines of the edition that is shown; null while they are read, empty where they cannot be. */
export function useBorderPaths(): readonly (readonly Degrees[])[] | null {
  const { borderLines } = useView('unitSources');
  const [paths, setPaths] = useState<readonly (readonly Degrees[])[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<Lines | null> =>
      // The map reads them from an address within this page.
      typeof borderLines === 'string' ? ((await (await fetch(borderLines)).json()) as Lines) : borderLines;
    read().then(
      (lines) =>
        isCurrent &&
        setPaths(
          lines?.features.flatMap(
            ({ geometry }) =>
              (geometry.type === 'LineString'
                ? [geometry.coordinates]
                : geometry.coordinates) as unknown as Degrees[][],
          ) ?? [],
        ),
      (error: unknown) => {
        console.error(error);
        if (isCurrent) setPaths([]);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [borderLines]);
  return paths;
}
