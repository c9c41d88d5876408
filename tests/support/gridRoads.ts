/** Where the grid of roads lies: the land of the first cluster, degrees. */
const AREA = { west: 105.26, south: 21.18, east: 105.66, north: 21.46 };
/** About 700 m. */
const STEP = { lng: 0.0067, lat: 0.0063 };
const COLUMNS = Math.floor((AREA.east - AREA.west) / STEP.lng);
const ROWS = Math.floor((AREA.north - AREA.south) / STEP.lat);

/**
 * An invented network over the land of the first cluster, as OSM XML: a grid of commune roads, every fifth one a provincial road, one of them one-way, one apart from all others,
 * and what is no road.
 */
export function gridRoads(): string {
  const at = (row: number, column: number): number => 1 + row * COLUMNS + column;
  const nodes: string[] = [];
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1)
      nodes.push(
        `<node id="${at(row, column)}" lat="${(AREA.south + row * STEP.lat).toFixed(6)}" lon="${(AREA.west + column * STEP.lng).toFixed(6)}"/>`,
      );
  const ways: string[] = [];
  const way = (refs: readonly number[], tags: Readonly<Record<string, string>>): void => {
    const inside = [
      ...refs.map((ref) => `<nd ref="${ref}"/>`),
      ...Object.entries(tags).map(([k, value]) => `<tag k="${k}" v="${value}"/>`),
    ];
    ways.push(`<way id="${ways.length + 1}">${inside.join('')}</way>`);
  };
  const tagsOf = (number: number): Record<string, string> =>
    number % 5 === 0 ? { highway: 'secondary', name: `Đường ${number}` } : { highway: 'unclassified' };
  for (let row = 0; row < ROWS; row += 1)
    way(
      Array.from({ length: COLUMNS }, (_, column) => at(row, column)),
      { ...tagsOf(row), ...(row === 7 ? { oneway: 'yes' } : {}) },
    );
  for (let column = 0; column < COLUMNS; column += 1)
    way(
      Array.from({ length: ROWS }, (_, row) => at(row, column)),
      tagsOf(column),
    );
  const apart = ROWS * COLUMNS + 1;
  nodes.push(`<node id="${apart}" lat="${AREA.north + 0.01}" lon="${AREA.west}"/>`);
  nodes.push(`<node id="${apart + 1}" lat="${AREA.north + 0.01}" lon="${AREA.west + 0.01}"/>`);
  way([apart, apart + 1], { highway: 'track' });
  way([at(0, 0), at(1, 1)], { waterway: 'canal' });
  return `<?xml version="1.0" encoding="UTF-8"?><osm version="0.6"><bounds/>${nodes.join('')}${ways.join('')}</osm>`;
}
