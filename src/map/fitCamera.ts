import type { Camera } from './types';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The camera with which a map of another size shows all that one of `seen` shows, as large as it goes. */
export function fitCamera({ lng, lat, zoom, bearing }: Camera, seen: Size, size: Size): Camera {
  const share = Math.min(size.widthPx / seen.widthPx, size.heightPx / seen.heightPx);
  return { lng, lat, zoom: zoom + Math.log2(share), bearing };
}
