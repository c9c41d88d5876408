import { spawnSync } from 'node:child_process';
import { type BorderNetwork, toBorderLineFeatures } from '../../src/geo';

/** A position's `ST_DWithin` reaches this far, as in the figure that was given. */
const REACH_M = 500;

function psql(url: string, script: string): string {
  const { status, stdout, stderr } = spawnSync('psql', [url, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], {
    input: script,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr || 'psql could not be run');
  return stdout;
}

/** Microseconds that PostGIS takes for each position to find the lines within 500 m, with a GiST index on geography; the server's own time. */
export function postgisMicroseconds(url: string, network: BorderNetwork, positions: Float64Array): number {
  const lines = toBorderLineFeatures(network).features.map(
    ({ geometry }, number) =>
      `${number}\tSRID=4326;LINESTRING(${geometry.coordinates.map(([x, y]) => `${x} ${y}`).join(',')})`,
  );
  const points: string[] = [];
  for (let i = 0; i < positions.length; i += 2) points.push(`SRID=4326;POINT(${positions[i]} ${positions[i + 1]})`);
  const out = psql(
    url,
    `
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE TEMP TABLE border (line int, way geography);
COPY border FROM stdin;
${lines.join('\n')}
\\.
CREATE INDEX ON border USING gist (way);
CREATE TEMP TABLE place (at geography);
COPY place FROM stdin;
${points.join('\n')}
\\.
ANALYZE border;
ANALYZE place;
SELECT count(*) FROM place JOIN border ON ST_DWithin(at, way, ${REACH_M});
EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) SELECT count(*) FROM place JOIN border ON ST_DWithin(at, way, ${REACH_M});
EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) SELECT count(*) FROM place JOIN border ON ST_DWithin(at, way, ${REACH_M});
EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) SELECT count(*) FROM place JOIN border ON ST_DWithin(at, way, ${REACH_M});
`,
  );
  const times = [...out.matchAll(/Execution Time: ([\d.]+) ms/g)]
    .map((match) => Number(match[1]))
    .sort((a, b) => a - b);
  return ((times[1] ?? Number.NaN) * 1_000) / (positions.length / 2);
}
