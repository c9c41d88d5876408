import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { ProfileChart, type ProfileChartProps } from '../../../features/hotspots';
import { paintSvg } from '../../briefing/paintSvg';

export interface ProfileStageProps {
  readonly chart: Omit<ProfileChartProps, 'widthPx' | 'heightPx' | 'theme'>;
  /** The same function at each call. */
  readonly onDrawn: (svg: SVGSVGElement | null) => void;
}

const WIDTH_PX = 1_000;
const HEIGHT_PX = 440;

/** The profile in light colours and one size, behind the page, for as long as a picture of it is taken. */
export function ProfileStage({ chart, onDrawn }: ProfileStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const svg = frame.current?.querySelector('svg');
    onDrawn(svg ? paintSvg(svg) : null);
  }, [onDrawn]);
  return createPortal(
    <div className="gr-ProfileStage" ref={frame} aria-hidden inert>
      <ProfileChart
        {...chart}
        brushed={[]}
        pointedM={null}
        litSlot={null}
        theme="light"
        widthPx={WIDTH_PX}
        heightPx={HEIGHT_PX}
      />
    </div>,
    document.body,
  );
}
