import { DATE, type FixtureNetwork } from './network';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const tagLines = (tags: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(tags ?? {})
    .map(([key, value]) => `    <tag k="${escaped(key)}" v="${escaped(value)}"/>\n`)
    .join('');

export function writeXml({ nodes, ways }: FixtureNetwork): string {
  const nodeLines = nodes.map(
    ({ id, lng, lat, tags }) =>
      `  <node id="${id}" lat="${lat}" lon="${lng}" version="1">\n${tagLines(tags)}  </node>\n`,
  );
  const wayLines = ways.map(
    ({ id, refs, tags }) =>
      `  <way id="${id}">\n${refs.map((ref) => `    <nd ref="${ref}"/>\n`).join('')}${tagLines(tags)}  </way>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="tests" timestamp="${DATE}">\n  <bounds minlat="21" minlon="105" maxlat="22" maxlon="106"/>\n${nodeLines.join('')}${wayLines.join('')}</osm>\n`;
}

/** As `out body; >; out skel qt;` gives it: ways first. */
export function writeOverpass({ nodes, ways }: FixtureNetwork): string {
  const elements = [
    ...ways.map(({ id, refs, tags }) => ({ type: 'way', id, nodes: refs, tags })),
    ...nodes.map(({ id, lng, lat, tags }) => ({ type: 'node', id, lat, lon: lng, ...(tags ? { tags } : {}) })),
  ];
  const osm3s = { timestamp_osm_base: DATE, copyright: 'ODbL' };
  return JSON.stringify({ version: 0.6, generator: 'Overpass API', osm3s, elements }, null, 2);
}

/** As `out geom` gives it: without nodes, and where asked without their numbers. */
export function writeOutGeom({ nodes, ways }: FixtureNetwork, hasNumbers: boolean): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const elements = ways.map(({ id, refs, tags }) => ({
    type: 'way',
    id,
    ...(hasNumbers ? { nodes: refs } : {}),
    geometry: refs.map((ref) => ({ lat: byId.get(ref)!.lat, lon: byId.get(ref)!.lng })),
    tags,
  }));
  return JSON.stringify({ version: 0.6, osm3s: { timestamp_osm_base: DATE }, elements });
}

export function writeGeojson({ nodes, ways }: FixtureNetwork): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const features = ways.map(({ id, refs, tags }) => ({
    type: 'Feature',
    properties: { '@id': `way/${id}`, ...tags },
    geometry: { type: 'LineString', coordinates: refs.map((ref) => [byId.get(ref)!.lng, byId.get(ref)!.lat]) },
  }));
  return JSON.stringify({ type: 'FeatureCollection', timestamp: DATE, features });
}
