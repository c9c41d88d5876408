import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../src');

/** What each folder may import besides itself; see docs/ARCHITECTURE.md. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  geo: ['domain'],
  analysis: ['domain', 'geo'],
  commands: ['domain', 'geo', 'analysis'],
  store: ['domain', 'geo', 'analysis', 'commands'],
  formats: ['domain', 'geo'],
  workers: ['domain', 'geo', 'analysis', 'formats'],
  map: ['domain', 'geo', 'analysis'],
  ui: [],
  i18n: ['domain'],
  features: ['domain', 'geo', 'analysis', 'commands', 'store', 'formats', 'workers', 'map', 'ui', 'i18n'],
  app: ['domain', 'geo', 'analysis', 'commands', 'store', 'formats', 'workers', 'map', 'ui', 'i18n', 'features'],
};

const PURE = new Set(['domain', 'geo', 'analysis', 'commands']);

/** Searches that end when their time is over ask this file, and only it. */
const CLOCK = 'analysis/clock.ts';

/** One door per library: the folders that may import it. */
const DOORS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dexie/, ['store']],
  [/^zustand/, ['store']],
  [/^maplibre-gl/, ['map']],
  [/^comlink$/, ['workers']],
  [/^@turf\//, ['geo', 'analysis']],
  [/^(proj4|flatbush|topojson-)/, ['geo', 'analysis']],
  [/^(docx|papaparse|pptxgenjs|read-excel-file|saxen|sql\.js|uqr)/, ['formats']],
  [/^highs/, ['workers']],
  [/^minisearch$/, ['analysis']],
  [/^@observablehq\/plot$/, ['app', 'features']],
  [
    /^(react|react-dom|react-aria-components|@react-aria|react-aria|@tanstack|lucide-react)/,
    ['app', 'features', 'ui', 'map', 'i18n'],
  ],
];

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly target: string | null;
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(dir, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(dir, entry.name)] : [],
  );
}

const files = filesBelow(ROOT);
const names = new Set(files.map((file) => relative(ROOT, file).split(sep).join('/')));

function resolveLocal(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const clean = specifier.replace(/\?.*$/, '');
  const base = posix.normalize(posix.join(dirname(from), clean));
  const hit = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((name) =>
    names.has(name),
  );
  if (hit) return hit;
  if (/\.(css|json|svg|woff2|topojson)$/.test(clean)) return null;
  throw new Error(`${from} imports ${specifier}, which no file answers to`);
}

function importsOf(name: string): Import[] {
  const source = readFileSync(join(ROOT, name), 'utf8');
  const { module, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  const literals = module.dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  const workers = [...source.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)].map((match) => match[1] ?? '');
  const reExports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  const specifiers = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...reExports,
    ...literals,
    ...workers,
  ];
  return [...new Set(specifiers)].map((specifier) => ({
    from: name,
    specifier,
    target: resolveLocal(name, specifier),
  }));
}

const imports = [...names].flatMap(importsOf);
const layerOf = (name: string): string => name.split('/')[0] ?? '';

describe('the import graph', () => {
  it('was read whole', () => {
    expect(names.size).toBeGreaterThan(60);
    const seen = new Set(imports.flatMap(({ from, target }) => (target ? [from, target] : [from])));
    const silent = [...names].filter((name) => !seen.has(name) && !/vite-env\.d\.ts$|brand\.ts$/.test(name));
    expect(silent.filter((name) => readFileSync(join(ROOT, name), 'utf8').includes('import '))).toEqual([]);
  });

  it('goes only from right to left', () => {
    const wrong = imports.filter(({ from, target }) => {
      if (!target) return false;
      const [a, b] = [layerOf(from), layerOf(target)];
      return a !== b && !MAY_IMPORT[a]?.includes(b);
    });
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('never joins two features', () => {
    const featureOf = (name: string): string | undefined =>
      layerOf(name) === 'features' ? name.split('/')[1] : undefined;
    const wrong = imports.filter(({ from, target }) => {
      const [a, b] = [featureOf(from), target ? featureOf(target) : undefined];
      return a && b && a !== b;
    });
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('lets each library in by one door', () => {
    const wrong = imports.filter(({ from, specifier }) => {
      const door = DOORS.find(([pattern]) => pattern.test(specifier));
      return door !== undefined && !door[1].includes(layerOf(from));
    });
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  it('has no cycle, type-only imports included', () => {
    const edges = new Map<string, string[]>();
    for (const { from, target } of imports) if (target) edges.set(from, [...(edges.get(from) ?? []), target]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (name: string, path: readonly string[]): void => {
      if (state.get(name) === 'done') return;
      if (state.get(name) === 'open') {
        cycles.push([...path.slice(path.indexOf(name)), name].join(' → '));
        return;
      }
      state.set(name, 'open');
      for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
      state.set(name, 'done');
    };
    for (const name of names) visit(name, []);
    expect(cycles).toEqual([]);
  });
});

describe('the pure layers', () => {
  it('name no clock, no chance, no log and no page', () => {
    const forbidden =
      /\b(Date\.now|new Date\(\)|Math\.random|console\.|document\.|window\.|localStorage|performance\.|crypto\.|async |await |setTimeout)\b/;
    const wrong = [...names]
      .filter((name) => PURE.has(layerOf(name)) && name !== CLOCK)
      .flatMap((name) =>
        readFileSync(join(ROOT, name), 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            forbidden.test(line) && !/^\s*(\*|\/\/)/.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [],
          ),
      );
    expect(wrong).toEqual([]);
  });
});
