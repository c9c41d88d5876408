import './Paper.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './classNames';

export const PAPER_SIZES = ['A4', 'A3'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];
export const PAPER_ORIENTATIONS = ['landscape', 'portrait'] as const;
export type PaperOrientation = (typeof PAPER_ORIENTATIONS)[number];

export interface PaperFormat {
  readonly size: PaperSize;
  readonly orientation: PaperOrientation;
}

export interface PaperProps extends PaperFormat {
  readonly className?: string;
  /** False while something on it is still being made. */
  readonly isReady?: boolean;
  /** The same function at each call. */
  readonly onDone: () => void;
  readonly children: ReactNode;
}

const pageOf = ({ size, orientation }: PaperFormat): string => `${size}-${orientation}`;

/** A preview leaves so much of its frame to the sheet: its edge is seen. */
const EDGE = 0.97;

/** What is printed, on paper of one size, and nothing else of the page: opens the browser's print as soon as it is ready. Always light. */
export function Paper({ className, isReady = true, onDone, children, ...format }: PaperProps) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isReady) return undefined;
    let isWanted = true;
    window.addEventListener('afterprint', onDone);
    const pictures = [...(sheet.current?.querySelectorAll('img') ?? [])].map((image) => image.decode());
    void Promise.allSettled([...pictures, document.fonts.ready]).then(() => isWanted && window.print());
    return () => {
      isWanted = false;
      window.removeEventListener('afterprint', onDone);
    };
  }, [isReady, onDone]);
  return createPortal(
    <section
      ref={sheet}
      className={classNames('gr-Paper', 'gr-Light', className)}
      data-page={pageOf(format)}
      data-printed=""
    >
      {children}
    </section>,
    document.body,
  );
}

export interface PaperPreviewProps extends PaperFormat {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The same sheet on screen, as large as there is room. */
export function PaperPreview({ label, className, children, ...format }: PaperPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.5);
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      if (!frame.current || !page.current) return;
      const { clientWidth, clientHeight } = frame.current;
      const { offsetWidth, offsetHeight } = page.current;
      setScale(EDGE * Math.min(clientWidth / offsetWidth, clientHeight / offsetHeight));
    });
    if (frame.current) watch.observe(frame.current);
    if (page.current) watch.observe(page.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="gr-PaperPreview" ref={frame} role="img" aria-label={label}>
      <div
        ref={page}
        className={classNames('gr-Paper', 'gr-Light', className)}
        data-page={pageOf(format)}
        style={{ transform: `translate(-50%, -50%) scale(${scale})` }}
      >
        {children}
      </div>
    </div>
  );
}
