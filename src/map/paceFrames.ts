import type { Map as LibreMap } from 'maplibre-gl';

/** How often it is looked whether a frame is drawn, in milliseconds. */
const LOOK_MS = 4;

/**
 * Lets the map begin a frame only when its last one is drawn. A graphics chip that is slower than the page would else be given
 * frame upon frame, until a call to it waits for all of them and the page stands still.
 * @returns a function that stops looking
 */
export function paceFrames(map: LibreMap): () => void {
  const gl = map.getCanvas().getContext('webgl2');
  if (!gl) return () => undefined;
  const repaint = map.triggerRepaint.bind(map);
  let drawing: WebGLSync | null = null;
  let timer = 0;

  function isDrawn(): boolean {
    if (!drawing || !gl) return true;
    if (!gl.isContextLost() && gl.clientWaitSync(drawing, 0, 0) === gl.TIMEOUT_EXPIRED) return false;
    gl.deleteSync(drawing);
    drawing = null;
    return true;
  }

  function look(): void {
    timer = 0;
    if (isDrawn()) repaint();
    else timer = window.setTimeout(look, LOOK_MS);
  }

  map.triggerRepaint = () => {
    if (timer === 0) look();
  };
  map.on('render', () => {
    if (drawing) gl.deleteSync(drawing);
    drawing = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  });
  return () => window.clearTimeout(timer);
}
