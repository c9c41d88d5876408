import './printSheet.css';
import { type Ref, useLayoutEffect, useRef } from 'react';
import type { Language } from '../../i18n';
import { formatters } from '../../i18n';
import { pictureWords } from '../../i18n/pictureWords';
import { LegendPicture } from '../../map/LegendPicture';
import { metresPerPixel, scaleBar } from '../../map/scaleBar';
import type { Camera } from '../../map/types';
import { Stamp } from '../../ui';
import { paperRatio } from './paperRatio';
import { scaleText } from './scaleText';
import { SECRECY_MARKS, type Secrecy } from './secrecy';
import type { SheetFacts } from './sheetFacts';

export interface SheetMap {
  /** Null while it is being drawn. */
  readonly url: string | null;
  readonly camera: Camera | null;
  /** What the halves of a compared map are called. */
  readonly halves: readonly [string, string] | null;
}

export interface PrintSheetProps {
  readonly language: Language;
  readonly facts: SheetFacts;
  /** Null: the sheet is without a map. */
  readonly map: SheetMap | null;
  /** Null: without a chart. */
  readonly chart: SVGSVGElement | null;
  readonly secrecy: Secrecy;
  readonly stamp: string;
  /** Where the map lies, so that it can be drawn as large as that. */
  readonly mapRef?: Ref<HTMLElement>;
}

const BAR_PX = 150;
/** The legend is set smaller until it fits, but not smaller than this. */
const SMALLEST = 0.55;
const STEP = 0.04;

/** A sheet of paper with map, chart or both: title block, legend, scale, north, sources and what else must be said of it. */
export function PrintSheet({ language, facts, map, chart, secrecy, stamp, mapRef }: PrintSheetProps) {
  const words = pictureWords[language];
  const legend = useRef<HTMLElement>(null);
  // Whatever changes may change what fits.
  useLayoutEffect(() => {
    const element = legend.current;
    if (!element) return;
    // Columns that do not fit stand beside the sheet.
    const isCut = (): boolean =>
      element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    let scale = 1;
    do {
      element.style.setProperty('--legend-scale', String(scale));
      scale -= STEP;
    } while (scale >= SMALLEST && isCut());
  });
  return (
    <article className="gr-MapSheet" lang={language} data-map={map !== null || undefined}>
      <header>
        <div>
          <h1>{facts.title}</h1>
          <p>
            {facts.subtitle} {facts.isSimulated && <Stamp>{words.simulated}</Stamp>}
          </p>
        </div>
        <div className="gr-MapSheet-marks">
          {stamp.trim() && <strong className="gr-MapSheet-stamp">{stamp.trim()}</strong>}
          {SECRECY_MARKS[secrecy] && <strong className="gr-MapSheet-secrecy">{SECRECY_MARKS[secrecy]}</strong>}
        </div>
      </header>
      {map && (
        <figure className="gr-MapSheet-map" ref={mapRef}>
          {map.url && <img src={map.url} alt="" />}
          {map.halves?.map((title, i) => (
            <figcaption key={title} data-side={i === 0 ? 'left' : 'right'}>
              {title}
            </figcaption>
          ))}
          {map.camera && <MapSigns language={language} camera={map.camera} />}
        </figure>
      )}
      {chart && <Chart svg={chart} />}
      {map && (
        <section className="gr-MapSheet-legend" ref={legend}>
          <h2>{words.legend}</h2>
          {facts.legend.map(({ id, title, rows }) => (
            <div key={id} className="gr-MapSheet-part">
              <h3>{title}</h3>
              <ul data-part={id}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <LegendPicture sample={row.sample} />
                    <span>{row.text}</span>
                    {row.count !== undefined && <span>{row.count}</span>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <footer>
        <dl>
          {facts.statements.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{words.facts.sources}</dt>
            <dd>{facts.sources}</dd>
          </div>
        </dl>
      </footer>
    </article>
  );
}

/** Scale bar, ratio and north on the map. */
function MapSigns({ language, camera }: { readonly language: Language; readonly camera: Camera }) {
  const words = pictureWords[language];
  const format = formatters[language];
  const perPx = metresPerPixel(camera.lat, camera.zoom);
  const bar = scaleBar(perPx, BAR_PX);
  const length = scaleText(bar.lengthM, format);
  const clockwise = Math.round((camera.bearing + 360) % 360);
  return (
    <>
      <div className="gr-MapSheet-scale">
        <span>{length}</span>
        <span className="gr-MapSheet-bar" style={{ inlineSize: bar.widthPx }} />
        <span>{words.ratio(format.count(paperRatio(perPx)))}</span>
      </div>
      <div className="gr-MapSheet-north" title={words.northIs(`${format.count(clockwise)}°`)}>
        <svg
          viewBox="-12 -16 24 32"
          width={24}
          height={32}
          style={{ transform: `rotate(${-camera.bearing}deg)` }}
          aria-hidden
        >
          <path d="M0 -14L9 13L0 7Z" />
          <path d="M0 -14L-9 13L0 7Z" data-hollow="" />
        </svg>
        <span>{words.north}</span>
      </div>
    </>
  );
}

/** A chart that was drawn elsewhere. */
function Chart({ svg }: { readonly svg: SVGSVGElement }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    frame.current?.replaceChildren(svg.cloneNode(true));
  }, [svg]);
  return <figure className="gr-MapSheet-chart" ref={frame} />;
}
