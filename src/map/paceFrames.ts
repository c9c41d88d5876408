import type { Map as LibreMap } from 'maplibre-gl';

/** How often it is looked whether a frame is drawn, in milliseconds. */
const LOOK_MS = 4;

/**
 * Lets the map begin a frame only when its last one is drawn. A graphics chip that is slower than the page would else be given
 * frame upon frame, until a call to it waits for all of them and the page stands still. And each frame of the map is a task of its own
 * behind the browser's, which has the pointer's events, layout and paint to do.
 * @returns a function that ends the pace, and with it the frames
 */
export function paceFrames(map: LibreMap): () => void {
  const gl = map.getCanvas().getContext('webgl2');
  if (!gl) return () => undefined;
  let drawing: WebGLSync | null = null;
  /** What is waited for: a look, the browser's frame, and then the map's. */
  let timer = 0;
  let frame = 0;

  function isDrawn(): boolean {
    if (!drawing || !gl) return true;
    if (!gl.isContextLost() && gl.clientWaitSync(drawing, 0, 0) === gl.TIMEOUT_EXPIRED) return false;
    gl.deleteSync(drawing);
    drawing = null;
    return true;
  }

  function draw(): void {
    timer = 0;
    map.redraw();
  }

  function look(): void {
    timer = 0;
    if (!isDrawn()) {
      timer = window.setTimeout(look, LOOK_MS);
      return;
    }
    frame = window.requestAnimationFrame(() => {
      frame = 0;
      timer = window.setTimeout(draw);
    });
  }

  map.triggerRepaint = () => {
    if (timer === 0 && frame === 0) look();
  };
  map.on('render', () => {
    if (drawing) gl.deleteSync(drawing);
    drawing = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  });
  return () => {
    window.clearTimeout(timer);
    window.cancelAnimationFrame(frame);
  };
}
