import { useEffect, useMemo, useState } from 'react';
import type { Layer, LayerText } from '../../domain';
import { fileOf } from '../../formats/heldText';
import type { UserMapLayer } from '../../map/types';

type ReadContent = (contentId: string) => Promise<{ readonly geojson: LayerText } | undefined>;

/**
 * The user's layers with the addresses of their features: read once per content, let go of when no layer has it any more, so that a
 * removed layer leaves nothing behind.
 */
export function useUserLayers(layers: readonly Layer[], readContent: ReadContent): readonly UserMapLayer[] {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = layers.map(({ contentId }) => contentId).join(' ');
  useEffect(() => {
    let isCurrent = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    const gone = [...urls].filter(([id]) => !ids.includes(id));
    if (gone.length > 0) {
      // The map has let go of their sources: its effects come before these.
      for (const [, url] of gone) URL.revokeObjectURL(url);
      setUrls(new Map([...urls].filter(([id]) => ids.includes(id))));
      return undefined;
    }
    const missing = ids.filter((id) => !urls.has(id));
    if (missing.length === 0) return undefined;
    void Promise.all(missing.map(readContent)).then((contents) => {
      if (!isCurrent) return;
      const added = contents.flatMap((content, i) =>
        content ? [[missing[i]!, URL.createObjectURL(fileOf(content.geojson))] as const] : [],
      );
      if (added.length > 0) setUrls(new Map([...urls, ...added]));
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, urls, readContent]);
  return useMemo(
    () =>
      layers.flatMap(({ id, geometry, style, isVisible, contentId }) => {
        const data = urls.get(contentId);
        return data === undefined ? [] : [{ id, geometry, style, isVisible, data }];
      }),
    [layers, urls],
  );
}
