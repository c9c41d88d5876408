import type { LegendSample, SampleShape } from './legendSamples';

/** A sample of a legend; words stand beside it, so it is hidden from readers. */
export function LegendPicture({ sample }: { readonly sample: LegendSample }) {
  const { widthPx, heightPx, shapes } = sample;
  return (
    <svg width={widthPx} height={heightPx} viewBox={`0 0 ${widthPx} ${heightPx}`} aria-hidden="true" focusable="false">
      {shapes.map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sample stand in order and do not move
        <Shape key={i} shape={shape} />
      ))}
    </svg>
  );
}

function Shape({ shape }: { readonly shape: SampleShape }) {
  const { path, dash, cap, scale = 1, moved = [0, 0] } = shape;
  const look = {
    fill: shape.fill ?? 'none',
    ...(shape.fillOpacity !== undefined && { fillOpacity: shape.fillOpacity }),
    ...(shape.stroke !== undefined && { stroke: shape.stroke, strokeWidth: shape.strokeWidth ?? 1 }),
    ...(shape.strokeOpacity !== undefined && { strokeOpacity: shape.strokeOpacity }),
  };
  if (typeof path !== 'string')
    return (
      <text {...look} x={path.x} y={path.y} fontSize={path.sizePx} fontWeight={600} textAnchor="middle">
        {path.text}
      </text>
    );
  return (
    <path
      {...look}
      d={path}
      {...(dash && { strokeDasharray: dash.join(' ') })}
      {...(cap === 'round' && { strokeLinecap: 'round', strokeLinejoin: 'round' })}
      {...((scale !== 1 || moved[0] !== 0) && { transform: `translate(${moved[0]} ${moved[1]}) scale(${scale})` })}
    />
  );
}
