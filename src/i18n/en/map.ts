import type { Messages } from '../messages';

export const map: Messages['map'] = {
  locale: 'en-GB',
  label: 'Map of the border strip',
  instructions:
    'Arrow keys move the map, + and − zoom. Enter selects what is at the middle of the map, Escape lets go of it.',
  measureInstructions: {
    mouse:
      'Click to set points, double click or press Enter to finish. By keyboard: move the map, Enter sets a point at its middle, Enter again finishes. Backspace removes the last point, Escape cancels.',
    touch: 'Tap to set each point. Tap the last point again to finish.',
  },
  drawInstructions: {
    mouse:
      'Click to set the corners of the area, double click or press Enter to close it. By keyboard: move the map, Enter sets a corner at its middle, Enter again closes. Backspace removes the last corner, Escape cancels.',
    touch: 'Tap to set each corner of the area. Tap the last corner again to close it.',
  },
  lineInstructions: {
    mouse:
      'Click to set the points of the line, double click or press Enter to end it. By keyboard: move the map, Enter sets a point at its middle, Enter again ends. Backspace removes the last point, Escape cancels.',
    touch: 'Tap to set each point of the line. Tap the last point again to end it.',
  },
  finishLine: 'End the line',
  pickInstructions: {
    mouse: 'Click where it is. By keyboard: move the map, Enter places it at the centre. Escape cancels.',
    touch: 'Tap where it is. Zoom in first to place it more exactly.',
  },
  finishMeasure: 'Finish',
  finishDraw: 'Close the area',
  removeLastPoint: 'Remove last point',
  endSketch: 'Cancel',
  measuredLeg: (length) => `Leg ${length}`,
  measuredTotal: (length) => `Total ${length}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  north: (bearing) => `Turn to north (turned by ${bearing})`,
  scale: (length) => `Scale: ${length}`,
  attribution: 'Data sources',
  measureTotal: (length, legs) => `Total length ${length}, ${legs} legs`,
  coordinates: 'Coordinates at the pointer',
  latLng: (lat, lng) => `${lat}° N · ${lng}° E`,
  vn2000: (northing, easting) => `VN-2000 · X ${northing} · Y ${easting}`,
  zone: {
    'Phú Thọ': 'CM 104°45′ (Phú Thọ)',
    'Vĩnh Phúc': 'CM 105°00′ (Vĩnh Phúc)',
  },
  changeZone: (other) => `Change to ${other}`,
  problems: {
    webglUnavailable:
      'This browser cannot draw the map because WebGL 2 is off or missing. Turn on hardware acceleration in the browser’s settings, or use a newer Chrome, Edge or Firefox. The tables still work.',
    contextLost:
      'The map is paused because the graphics processor was interrupted. It will draw itself again; if not, reload the page.',
    sourceFailed: 'One layer of data could not be drawn on the map. The other layers are not affected.',
  },
};
