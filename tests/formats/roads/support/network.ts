/** An invented network: a small town by a river, with what real ones have. */
export interface FixtureNode {
  readonly id: number;
  readonly lng: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}
export interface FixtureWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}
export interface FixtureNetwork {
  readonly nodes: readonly FixtureNode[];
  readonly ways: readonly FixtureWay[];
}

/** Nodes stand on a grid of about 100 m: number `1RRCC` in row RR from the south and column CC from the west. */
const at = (row: number, column: number): number => 10_000 + 100 * row + column;
const row = (r: number, from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => at(r, from + Math.sign(to - from) * i));
const column = (c: number, from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => at(from + Math.sign(to - from) * i, c));

const WAYS: readonly (readonly [refs: readonly number[], tags: Readonly<Record<string, string>>])[] = [
  [row(0, 0, 8), { highway: 'motorway', name: 'Cao tốc Sông Mơ', maxspeed: '100' }],
  [[at(0, 8), at(1, 8)], { highway: 'motorway_link', oneway: 'yes' }],
  [row(1, 0, 8), { highway: 'trunk', ref: 'QL.2X', maxspeed: '80 km/h' }],
  [row(2, 0, 8), { highway: 'primary', name: 'Đường Bờ Đê', maxspeed: 'VN:urban' }],
  [column(0, 1, 8), { highway: 'secondary', name: 'Đường Cây Gạo', oneway: 'no' }],
  [column(2, 1, 8), { highway: 'tertiary', name: 'Phố Đồng Quê', maxspeed: '30 mph' }],
  [column(4, 1, 8), { highway: 'unclassified', name: 'Đường Giếng Làng' }],
  [column(6, 1, 8), { highway: 'residential', name: 'Phố Hàng Nón Mới', oneway: 'yes' }],
  [column(8, 8, 2), { highway: 'residential', name: 'Phố Lá Xanh', oneway: '-1' }],
  [row(4, 0, 2), { highway: 'residential', name: 'Ngõ Ao Sen' }],
  [row(4, 2, 4), { highway: 'living_street', name: 'Ngõ Ao Sen' }],
  [row(4, 4, 6), { highway: 'service', access: 'private' }],
  [row(4, 6, 8), { highway: 'service', access: 'destination', name: 'Lối vào chợ Mơ' }],
  [row(6, 0, 2), { highway: 'track', tracktype: 'grade3' }],
  [row(6, 2, 4), { highway: 'track', tracktype: 'grade1', motor_vehicle: 'no' }],
  [row(6, 4, 6), { highway: 'path' }],
  [row(6, 6, 8), { highway: 'path', motorcycle: 'no' }],
  [row(8, 0, 2), { highway: 'footway', name: 'Lối ven hồ' }],
  [row(8, 2, 4), { highway: 'pedestrian', name: 'Phố đi bộ Bến Đá' }],
  [row(8, 4, 5), { highway: 'steps' }],
  [row(8, 5, 6), { highway: 'cycleway', oneway: 'yes' }],
  [row(8, 6, 8), { highway: 'residential', oneway: 'yes', 'oneway:bicycle': 'no', 'oneway:motorcycle': 'no' }],
  [
    [at(3, 3), at(3, 4), at(4, 4), at(4, 3), at(3, 3)],
    { highway: 'tertiary', junction: 'roundabout', name: 'Vòng xuyến Cây Đa' },
  ],
  [row(5, 0, 4), { highway: 'secondary_link' }],
  [row(5, 4, 8), { highway: 'road' }],
  [row(7, 0, 4), { highway: 'tertiary', name: 'Đường Lò Gốm', access: 'no', foot: 'yes' }],
  [row(7, 4, 8), { highway: 'unclassified', motor_vehicle: 'no', motorcycle: 'yes' }],
  [[at(2, 4), at(9, 20)], { route: 'ferry', name: 'Bến đò Cây Bàng', motorcar: 'yes' }],
  [[at(9, 20), at(9, 21), at(10, 21)], { highway: 'unclassified', name: 'Đường bên kia sông' }],
  [[at(10, 21), at(10, 22)], { highway: 'construction', construction: 'primary' }],
  [[at(10, 22), at(11, 22)], { highway: 'proposed' }],
  [[at(10, 21), at(11, 21)], { highway: 'abandoned' }],
  [[at(8, 0), at(8, 1), at(7, 1), at(7, 0), at(8, 0)], { highway: 'pedestrian', area: 'yes', name: 'Sân đình' }],
  [[at(3, 0), at(3, 1), at(2, 1), at(3, 0)], { building: 'yes' }],
  [row(9, 0, 8), { waterway: 'river', name: 'Sông Mơ' }],
  [row(3, 6, 8), { highway: 'service', access: 'no' }],
  [[at(5, 5)], { highway: 'residential', name: 'Một điểm' }],
  [[at(12, 0), at(12, 1), at(12, 2)], { highway: 'track', name: 'Đường ra đồng' }],
  [[at(3, 4), at(3, 5), at(3, 6)], { highway: 'residential', junction: 'circular', oneway: 'no' }],
  [column(5, 5, 8), { highway: 'residential', name: 'Hẻm 12', maxspeed: '40;30', oneway: 'reversible' }],
];

const BARRIERS: ReadonlyMap<number, string> = new Map([
  [at(4, 3), 'bollard'],
  [at(2, 1), 'gate'],
]);

function nodesOf(ways: readonly FixtureWay[]): FixtureNode[] {
  const ids = [...new Set(ways.flatMap(({ refs }) => refs))].sort((a, b) => a - b);
  return ids.map((id) => {
    const [r, c] = [Math.floor((id - 10_000) / 100), id % 100];
    // A little off the grid, with all seven digits in use.
    const lng = Number((105.4123457 + 0.00097 * c + 0.0000013 * r).toFixed(7));
    const lat = Number((21.3076543 + 0.00091 * r - 0.0000007 * c).toFixed(7));
    const barrier = BARRIERS.get(id);
    return barrier === undefined ? { id, lng, lat } : { id, lng, lat, tags: { barrier } };
  });
}

const ways = WAYS.map(([refs, tags], i) => ({ id: 500 + i, refs, tags }));

export const NETWORK: FixtureNetwork = { nodes: nodesOf(ways), ways };
export const DATE = '2026-11-01T12:00:00.000Z';
