import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { CoordinateReadout } from './CoordinateReadout';
import { cameraHandle } from './camera';
import { Attribution, MapButtons, ScaleBar } from './MapFurniture';
import { MapController } from './mapController';
import { SketchBar } from './SketchBar';
import { makeSignal } from './signal';
import type { MapCanvasProps, MapProblem, MapView, Sketch } from './types';
import './map.css';

/** The map, with what belongs on its canvas: scale, north, zoom, attribution, coordinates, and a message when it cannot draw. */
export function MapCanvas(props: MapCanvasProps) {
  const { words, format, mode, theme, attribution, ref } = props;
  const containerRef = useRef<HTMLDivElement>(null);
  const controllerRef = useRef<MapController | null>(null);
  const latestProps = useRef(props);
  const [view] = useState(() => makeSignal<MapView | null>(null));
  const [position] = useState(() => makeSignal<{ readonly lng: number; readonly lat: number } | null>(null));
  const [handle] = useState(() => cameraHandle(() => controllerRef.current?.map ?? null));
  const [problem, setProblem] = useState<MapProblem | null>(null);
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const hintId = useId();
  const [hand] = useState(() => ({
    finish: () => controllerRef.current?.finishSketch(),
    removeLast: () => controllerRef.current?.removeLastPoint(),
    end: () => controllerRef.current?.endSketching(),
  }));

  useImperativeHandle(ref, () => handle, [handle]);

  useEffect(() => {
    latestProps.current = props;
    controllerRef.current?.update(props);
  });

  useEffect(() => {
    const container = containerRef.current;
    if (!container) return;
    try {
      const controller = new MapController(container, latestProps.current, {
        onView: view.set,
        onPosition: (place) => place && position.set(place),
        onProblem: setProblem,
        onSketch: setSketch,
      });
      controllerRef.current = controller;
      return () => {
        controllerRef.current = null;
        controller.destroy();
      };
    } catch (error) {
      console.error(error);
      setProblem('webglUnavailable');
      latestProps.current.onProblem?.('webglUnavailable');
      return undefined;
    }
  }, [view, position]);

  useEffect(() => {
    controllerRef.current?.map.getCanvas().setAttribute('aria-describedby', hintId);
  }, [hintId]);

  // The content changes with every step of a slider, what lies on the map does not.
  const furniture = useMemo(
    () => (
      <>
        <MapButtons view={view} handle={handle} words={words} format={format} />
        <div className="map-foot">
          <ScaleBar view={view} words={words} format={format} />
          <CoordinateReadout position={position} words={words} format={format} />
        </div>
        <Attribution lines={attribution} words={words} />
      </>
    ),
    [view, handle, position, words, format, attribution],
  );
  const isBlank = problem === 'webglUnavailable' || problem === 'contextLost';
  return (
    <div className="map" data-map-theme={theme} data-map-mode={mode}>
      <div className="map-canvas" ref={containerRef} />
      {mode === 'browse' ? (
        <p className="map-unseen" id={hintId}>
          {words.instructions}
        </p>
      ) : (
        <SketchBar mode={mode} sketch={sketch} words={words} hintId={hintId} hand={hand} />
      )}
      <output className="map-unseen">
        {sketch && words.measureTotal(format.distance(sketch.totalM), format.count(sketch.legsM.length))}
      </output>
      <svg className="map-crosshair" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M16 2v10M16 20v10M2 16h10M20 16h10" />
      </svg>
      {!isBlank && furniture}
      {problem && (
        <p className={isBlank ? 'map-problem map-problem-whole' : 'map-problem'} role="alert">
          {words.problems[problem]}
        </p>
      )}
    </div>
  );
}
