import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import type { ExportTier } from '../../../domain';
import type { SheetMap } from '../../../features/briefing/PrintSheet';
import { catalogues, type Language } from '../../../i18n';
import { useServices } from '../../services';
import { mapPicturesOf } from '../../wiring/mapPictures';

export interface SheetMapWish {
  readonly isWanted: boolean;
  readonly tier: ExportTier;
  readonly language: Language;
}

export interface DrawnSheetMap {
  /** Of the place where the map lies on the sheet: it is drawn as large as that. */
  readonly mapRef: RefCallback<HTMLElement>;
  readonly map: SheetMap;
  readonly isDrawing: boolean;
  readonly isWhole: boolean;
  readonly hasFailed: boolean;
  readonly redraw: () => void;
}

const NO_MAP: SheetMap = { url: null, camera: null, halves: null };
/** The sheet is laid out in a few steps; one picture is enough. */
const SETTLE_MS = 200;

/** The map of a sheet, drawn anew when its place on the sheet has another size. */
export function useSheetMap({ isWanted, tier, language }: SheetMapWish): DrawnSheetMap {
  const services = useServices();
  const [size, setSize] = useState<{ readonly widthPx: number; readonly heightPx: number } | null>(null);
  const [turn, setTurn] = useState(0);
  const [drawn, setDrawn] = useState({ map: NO_MAP, isWhole: true, hasFailed: false, key: '' });
  const url = useRef<string | null>(null);
  const key = size && isWanted ? `${size.widthPx} ${size.heightPx} ${tier} ${turn}` : '';

  const mapRef = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const watch = new ResizeObserver(() => {
      const { clientWidth: widthPx, clientHeight: heightPx } = element;
      if (widthPx > 0 && heightPx > 0)
        setSize((before) =>
          before?.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx },
        );
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (!size || key === '') return undefined;
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const { map: words } = catalogues[language];
      const picture = await mapPicturesOf(services).take({ ...size, theme: 'light', tier, words });
      const png = picture && (await pngOf(picture.image));
      if (!isCurrent) return;
      const next = png && URL.createObjectURL(png);
      if (url.current) URL.revokeObjectURL(url.current);
      url.current = next;
      setDrawn({
        map: picture ? { url: next, camera: picture.camera, halves: picture.halves } : NO_MAP,
        isWhole: picture?.isWhole ?? true,
        hasFailed: picture === null,
        key,
      });
    };
    const timer = setTimeout(() => void draw(), SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [services, key, size, tier, language]);

  useEffect(
    () => () => {
      if (url.current) URL.revokeObjectURL(url.current);
    },
    [],
  );
  return {
    mapRef,
    map: drawn.map,
    isDrawing: isWanted && drawn.key !== key,
    isWhole: drawn.isWhole,
    hasFailed: drawn.hasFailed,
    redraw: () => setTurn((before) => before + 1),
  };
}

async function pngOf(image: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(image);
  return canvas.convertToBlob({ type: 'image/png' });
}
