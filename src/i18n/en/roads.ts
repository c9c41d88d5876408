import type { DropReason, RoadClass, RoadFileFault, RoadFormat } from '../../domain';
import type { roads as Words } from '../vi/roads';
import { many } from './many';

const FAULT: Record<RoadFileFault, string> = {
  truncated: 'the file is cut off',
  blockHeader: 'the head of a block is wrong',
  blockTooLarge: 'a block is too large',
  compression: 'a compression that cannot be read',
  inflate: 'compressed data are damaged',
  content: 'the contents of a block are damaged',
  order: 'it says that it is sorted, and is not',
  syntax: 'wrong syntax',
  encoding: 'letters in a wrong encoding',
  entities: 'it defines entities of its own, which are not taken',
  tooDeep: 'nested too deep',
  tooLong: 'one element is too long',
};

const DROPPED: Record<DropReason, string> = {
  notARoad: 'not a road',
  notInUse: 'under construction, abandoned or planned',
  area: 'an area, not a way',
  closedToAll: 'closed to all',
  tooFewNodes: 'fewer than two points',
  missingNodes: 'points missing in the file',
  outsideBox: 'outside the area of the cluster',
};

const CLASS: Record<RoadClass, string> = {
  motorway: 'Motorway',
  trunk: 'Trunk road',
  primary: 'Primary road',
  secondary: 'Provincial road',
  tertiary: 'District road',
  unclassified: 'Commune road',
  residential: 'Residential street',
  livingStreet: 'Living street',
  service: 'Service road',
  track: 'Farm or forest track',
  path: 'Path',
  footway: 'Footway',
  cycleway: 'Cycleway',
  steps: 'Steps',
  ferry: 'Ferry',
  unknown: 'Class not known',
};

const FORMAT: Record<RoadFormat, string> = {
  pbf: 'OpenStreetMap (.osm.pbf)',
  osmXml: 'OpenStreetMap (.osm)',
  overpass: 'Overpass JSON',
  geojson: 'GeoJSON',
  gpx: 'GPX tracks',
};

export const roads: typeof Words = {
  follow: 'Ways follow',
  straight: (factor) => `Straight lines × ${factor} (approximate)`,
  straightHint: 'Where there is no road network. Rivers are passed only at the bridges and ferries that are marked.',
  networkHint: (km, share, day) =>
    `${km} km of ways, ${share} of them in one piece${day === '' ? '' : `, data of ${day}`}.`,
  add: 'Add a road network from a file…',
  addHint: '.osm.pbf, .osm, Overpass JSON, GeoJSON or GPX tracks.',
  help: 'Where do I get road data?',

  title: 'Add a road network',
  reading: 'Reading the file…',
  onlyNear: 'Only ways in the area of the cluster and 10 km around',
  name: 'Name of the network',
  nameMissing: 'Give it a name.',
  keep: 'Save the network',
  kept: (name) => `Network “${name}” saved.`,
  from: (format) => `Read from ${format}`,
  ways: (ways, km) => `${many(ways, 'way')}, ${km} km`,
  pieces: (count, share) =>
    count === '1'
      ? 'All of them in one piece.'
      : `${count} pieces that do not touch; the largest has ${share} of the length.`,
  scattered: 'Many ways do not join: places at loose pieces cannot be reached.',
  dataDay: (day) => `Data of ${day}.`,
  noDataDay: 'The file does not say of which day its data are.',
  remark: (text) => `The server did not finish its answer: “${text}”`,
  cut: (count) => `Cut, as points of them are missing in the file: ${many(count, 'way')}.`,
  barriers: (count) => `${count} places with a gate or bollards that stop cars: the ways are taken to be open.`,
  joined: (merged, inserted) => `${merged} nearby ends and ${inserted} places where ways touch were joined.`,
  crossings: (count, repeated) => `${count} crossings of tracks became nodes; ${repeated} repeated pieces stand once.`,
  class: 'Class',
  waysHead: 'Ways',
  kmHead: 'km',
  classes: 'By class',
  dropped: 'Left out',
  droppedNone: 'Nothing was left out.',
  reason: 'Why',
  count: 'Number',
  dropReason: DROPPED,
  className: CLASS,
  formatName: FORMAT,
  source: (attribution) => `Source: ${attribution}.`,

  reckoning: 'Finding the ways between all places…',
  otherWays: 'This plan was made by other ways than those chosen now.',
  stale: (count) => `Times that do not hold any more: those of ${many(count, 'route')}.`,
  staleDetail: 'Ways, speeds, modes, posts or tasks have changed since it was made.',
  retime: 'Reckon the times anew',
  retimed: 'The times of all routes were reckoned anew.',
  courseOther: 'No course is drawn: the plan was made by other ways than those chosen now.',
  plannedOn: (name) => `Routes follow the network “${name}”.`,
  networkGone: 'The network of this plan was removed: times and distances are still of that network.',
  reckonFailed: 'The ways could not be found',
  farTitle: (count) => `${many(count, 'place')} out of reach by road`,
  farNote: (distance) =>
    `No way comes within ${distance}, or the ways there do not join the network. Draw a way, change how teams travel, or move the place.`,
  walkTitle: (count) => `${many(count, 'place')} with a walk at the end`,
  partTitle: (count) => `${many(count, 'stretch', 'stretches')} with a way beside part of them only`,
  allNear: (posts, tasks) => `All can be reached: ${many(posts, 'post')} and ${many(tasks, 'place')}.`,
  place: 'Place',
  mode: 'By',
  distance: 'From the road',
  near: 'Part with a way beside it',

  speeds: 'Speeds',
  speedsNote:
    'km/h, slow junctions included; 0 where a mode does not go. To begin with estimates below what the law allows.',
  speed: (mode, roadClass) => `${mode}, ${roadClass}, km/h`,
  speedsSaved: 'Speeds changed.',
  speedsReset: 'Back to the speeds to begin with',

  barriersTitle: 'Barriers (rivers, canals, railways)',
  barriersNote: 'Nobody passes these lines but at bridges and ferries.',
  barriersEmpty: 'No barrier yet: routes may lead straight across a river.',
  addRivers: 'Add the rivers that were province borders',
  riversName: 'Rivers that were province borders',
  addBarrier: 'Draw a barrier on the map',
  newBarrier: 'Barrier drawn by hand',
  barrierAdded: (name) => `“${name}” added as a barrier.`,
  keepDrawn: 'Add to the network',
  roadName: 'Name of the way (may be empty)',
  riversAdded: 'Rivers added as barriers. Now mark the bridges and ferries.',
  asBarrier: (name) => `“${name}” is a barrier`,
  crossingsTitle: 'Bridges and ferries',
  crossingsEmpty: 'No bridge or ferry is marked yet.',
  addCrossing: 'Mark a bridge or ferry on the map',
  crossingName: (number) => `Bridge or ferry ${number}`,
  crossingAdded: (name) => `“${name}” marked.`,
  removeCrossing: (name) => `Remove “${name}”`,
  crossingRemoved: (name) => `“${name}” removed.`,

  draw: 'Draw a way on the map',
  drawNote: 'Ends within 20 m of a known way are joined to it.',
  drawn: 'The way was added to the network.',
  drawnName: 'Ways drawn by hand',
  drawnClass: 'Class of the way',
  drawnTooShort: 'The way is too short: all its points join at one place. Draw it longer than 20 m.',
  networkUnreadable: (name) =>
    `The network “${name}” cannot be read, so nothing was added. Load the page again; if that does not help, add the network from its file once more.`,

  problem: {
    brokenRoadFile: (file, format, fault, where, detail) => ({
      title: 'The file of roads is broken',
      detail: `“${file}” (${FORMAT[format]}), ${where}: ${FAULT[fault]}${detail === '' ? '' : ` (“${detail}”)`}. Nothing was stored, and what was there is untouched.`,
      remedy: 'Download the file again, make sure that it is complete, and open it again.',
    }),
    atBlock: (block, byte) => `block ${block}, from byte ${byte}`,
    atLine: (line) => `line ${line}`,
    atSign: (position, line) => `character ${position}, line ${line}`,
    unsupportedRoadFeatures: (file, features) => ({
      title: 'This kind of .osm.pbf cannot be read',
      detail: `“${file}” asks for: ${features}.`,
      remedy: 'Take a plain extract, one without the history of edits.',
    }),
    unreadableSource: (file, byte) => ({
      title: 'The file cannot be read on',
      detail: `“${file}” stops at byte ${byte}: it was removed or changed, or its drive was taken out meanwhile.`,
      remedy: 'Copy the file to this computer and open it again.',
    }),
    tooManyRoads: (file, limit) => ({
      title: 'Too many ways',
      detail: `“${file}” has over ${limit} points of ways; nothing was stored.`,
      remedy: 'Choose “Only ways in the area of the cluster”, or take a smaller extract.',
    }),
    noRoads: (file, dropped) => ({
      title: 'The file holds no way that can be used',
      detail: dropped === '' ? `“${file}” has no ways.` : `“${file}”: ${dropped}.`,
      remedy: 'Check that the file is of this area; if so, do without “Only ways in the area of the cluster”.',
    }),
    unknownRoadFormat: (file) => ({
      title: 'No file of roads',
      detail: `“${file}” is not .osm.pbf, .osm, Overpass JSON, GeoJSON or GPX.`,
      remedy: 'See “Where do I get road data?” for the right kind of file.',
    }),
  },

  helpTitle: 'Road data for free',
  helpIntro:
    'OpenStreetMap is made by volunteers, free, and asks to be named: “© OpenStreetMap contributors” (ODbL). An internet connection is needed once, to download; after that all works offline.',
  helpSmall: 'Way 1: only the area of the cluster (quick, a few MB)',
  helpSmallSteps: (box) => [
    'On a computer with internet, open overpass-turbo.eu.',
    'Paste the query below into the box on the left and press “Run”. It has the area of the cluster in it.',
    `[out:json][timeout:180];way["highway"](${box});(._;>;);out;`,
    'Press “Export” › “raw OSM data” to download the file.',
    'Bring the file to this computer (USB, local network) and press “Add a road network from a file…”.',
  ],
  helpLarge: 'Way 2: the whole country (a large file, no query)',
  helpLargeSteps: [
    'On a computer with internet, open download.geofabrik.de › Asia › Vietnam and download vietnam-latest.osm.pbf (some hundred MB).',
    'Bring the file to this computer and press “Add a road network from a file…”. Keep “Only ways in the area of the cluster” ticked: only what is needed is stored.',
  ],
  helpOther: 'Way 3: no internet at all',
  helpOtherSteps: [
    'GPX tracks of real patrols, from a phone or a GPS device: open them as a file of roads. Many trips are best put into one file.',
    'A GeoJSON of the roads of the district or province (QGIS: Export › Save Features As, EPSG:4326).',
    'Or draw the main ways on the map.',
  ],
  copy: 'Copy the query',
  copied: 'Query copied.',
};
