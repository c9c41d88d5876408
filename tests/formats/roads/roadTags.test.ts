import { describe, expect, it } from 'vitest';
import { AGAINST, ALONG, BITS_PER_MODE, type DropReason, ROAD_CLASSES, TRAVEL_MODES } from '../../../src/domain';
import { classifyWay } from '../../../src/formats/roads/classifyWay';
import { classifyFeature } from '../../../src/formats/roads/featureTags';
import { readMaxspeed } from '../../../src/formats/roads/readMaxspeed';
import { isCarBarrier } from '../../../src/formats/roads/roadAccess';

type Tags = Readonly<Record<string, string>>;
type Facts = ReturnType<typeof classifyWay>;

const SIGNS: readonly string[] = ['-', '>', '<', '='];

/** "=" both ways, ">" along, "<" against, "-" not at all: on foot, by bicycle, motorbike and car. */
function signsOf(facts: Facts): string {
  if (typeof facts === 'string') return facts;
  return TRAVEL_MODES.map((_, m) => SIGNS[(facts.access >> (m * BITS_PER_MODE)) & (ALONG | AGAINST)]).join('');
}
const signs = (tags: Tags): string => signsOf(classifyWay(new Map(Object.entries(tags))));
const tagsOf = (text: string): Tags =>
  Object.fromEntries(text.split(' ').map((tag) => tag.split('=') as [string, string]));

describe('Who may pass', () => {
  it.each([
    // by class
    ['highway=motorway', '--->'],
    ['highway=motorway oneway=no', '---='],
    ['highway=motorway_link', '---='],
    ['highway=motorway_link oneway=yes', '--->'],
    ['highway=motorway motorcycle=yes', '-->>'],
    ['highway=motorway motor_vehicle=designated', '--->'],
    ['highway=trunk', '===='],
    ['highway=trunk_link oneway=yes', '=>>>'],
    ['highway=trunk motorroad=yes', '--=='],
    ['highway=trunk motorroad=yes foot=yes', '=-=='],
    ['highway=primary', '===='],
    ['highway=living_street', '===='],
    ['highway=road', '===='],
    ['highway=service', '===='],
    ['highway=track', '===-'],
    ['highway=track tracktype=grade2', '===='],
    ['highway=track tracktype=grade3', '===-'],
    ['highway=track motorcar=yes', '===='],
    ['highway=track motor_vehicle=no', '==--'],
    ['highway=track access=yes', '===-'],
    ['highway=path', '===-'],
    ['highway=path motorcycle=no', '==--'],
    ['highway=path motor_vehicle=private', '==--'],
    ['highway=path vehicle=no', '=---'],
    ['highway=path bicycle=no', '=-=-'],
    ['highway=bridleway', '===-'],
    ['highway=footway', '==--'],
    ['highway=footway access=yes', '==--'],
    ['highway=footway motorcycle=yes', '===-'],
    ['highway=footway motor_vehicle=yes', '===='],
    ['highway=footway bicycle=dismount', '=---'],
    ['highway=pedestrian', '==--'],
    ['highway=pedestrian motor_vehicle=destination', '===='],
    ['highway=cycleway', '==--'],
    ['highway=cycleway oneway=yes', '=>--'],
    ['highway=steps', '=---'],
    ['highway=steps bicycle=yes', '=---'],
    ['highway=steps foot=no', 'closedToAll'],
    ['route=ferry', '===-'],
    ['route=ferry motorcar=yes', '===='],
    ['route=ferry motor_vehicle=yes', '===='],
    ['route=ferry motor_vehicle=no', '==--'],
    ['route=ferry junction=roundabout', '===-'],
    // access, from the widest to the mode's own
    ['highway=service access=no', 'closedToAll'],
    ['highway=service access=private', 'closedToAll'],
    ['highway=service access=destination', '===='],
    ['highway=service access=permissive', '===='],
    ['highway=service access=customers', '===='],
    ['highway=service access=agricultural', 'closedToAll'],
    ['highway=service access=no foot=yes', '=---'],
    ['highway=service access=no vehicle=yes', '-==='],
    ['highway=service access=no motor_vehicle=yes', '--=='],
    ['highway=service access=private motorcycle=designated', '--=-'],
    ['highway=service access=yes motor_vehicle=no', '==--'],
    ['highway=service motor_vehicle=no motorcycle=yes', '===-'],
    ['highway=service vehicle=no motorcar=destination', '=--='],
    ['highway=service vehicle=no bicycle=permissive', '==--'],
    ['highway=service foot=no', '-==='],
    ['highway=service access=maybe', '===='],
    ['highway=service access=no;yes', 'closedToAll'],
    // one-ways
    ['highway=residential oneway=yes', '=>>>'],
    ['highway=residential oneway=1', '=>>>'],
    ['highway=residential oneway=true', '=>>>'],
    ['highway=residential oneway=-1', '=<<<'],
    ['highway=residential oneway=reverse', '=<<<'],
    ['highway=residential oneway=no', '===='],
    ['highway=residential oneway=alternating', '===='],
    ['highway=residential oneway=reversible', '=---'],
    ['highway=residential oneway=sometimes', '===='],
    ['highway=residential junction=roundabout', '=>>>'],
    ['highway=residential junction=circular', '=>>>'],
    ['highway=residential junction=roundabout oneway=no', '===='],
    ['highway=residential junction=roundabout oneway=-1', '=<<<'],
    ['highway=residential oneway=yes oneway:bicycle=no', '==>>'],
    ['highway=residential oneway=yes oneway:motorcycle=no', '=>=>'],
    ['highway=residential oneway=yes oneway:moped=no', '=>=>'],
    ['highway=residential oneway=yes oneway:motorcar=no', '=>>='],
    ['highway=residential oneway:motor_vehicle=yes', '==>>'],
    ['highway=residential oneway:foot=yes', '>==='],
    ['highway=residential oneway=yes cycleway=opposite', '==>>'],
    ['highway=residential oneway=yes cycleway:left=opposite_lane', '==>>'],
    ['highway=residential oneway=yes oneway:bicycle=yes cycleway=opposite', '=>>>'],
    ['highway=residential motorcycle:backward=no', '==>='],
    ['highway=residential oneway=yes motorcycle:backward=yes', '=>=>'],
    ['highway=residential motor_vehicle:forward=no', '==<<'],
    // what is no road
    ['highway=construction', 'notInUse'],
    ['highway=proposed', 'notInUse'],
    ['highway=abandoned', 'notInUse'],
    ['highway=residential construction=yes', 'notInUse'],
    ['highway=platform', 'notARoad'],
    ['highway=bus_stop', 'notARoad'],
    ['highway=raceway', 'notARoad'],
    ['building=yes', 'notARoad'],
    ['route=bus', 'notARoad'],
    ['highway=pedestrian area=yes', 'area'],
    ['highway=pedestrian area=no', '==--'],
    ['highway=Residential', '===='],
  ])('%s: %s', (tags, expected) => {
    expect(signs(tagsOf(tags))).toBe(expected);
  });

  it.each([
    ['motorway_link', 'motorway'],
    ['tertiary_link', 'tertiary'],
    ['living_street', 'livingStreet'],
    ['pedestrian', 'footway'],
    ['bridleway', 'path'],
    ['road', 'unknown'],
  ])('%s is of the class %s', (highway, expected) => {
    const facts = classifyWay(new Map([['highway', highway]]));
    expect(typeof facts === 'string' ? facts : ROAD_CLASSES[facts.roadClass]).toBe(expected);
  });
});

describe('The posted speed', () => {
  it.each([
    ['50', 50],
    ['50 km/h', 50],
    ['50km/h', 50],
    ['50 kmh', 50],
    ['30 mph', 48],
    ['20 knots', 37],
    ['49.6', 50],
    ['49,6', 50],
    ['VN:urban', 50],
    ['vn:rural', 80],
    ['VN:motorway', 120],
    ['60;50', 50],
    ['60|40|40', 40],
    ['none', 0],
    ['signals', 0],
    ['', 0],
    ['0', 0],
    ['-50', 0],
    ['300', 0],
    ['5e1', 0],
    ['constructor', 0],
    ['50 constructor', 0],
  ])('of %s is %d km/h', (text, kmh) => {
    expect(readMaxspeed(text)).toBe(kmh);
  });

  it('is the lower of both directions where only these are told', () => {
    const tags = { highway: 'primary', 'maxspeed:forward': '80', 'maxspeed:backward': '60' };
    expect(classifyWay(new Map(Object.entries(tags)))).toMatchObject({ postedKmh: 60 });
  });
});

describe('The name', () => {
  it('is the name, the Vietnamese one, or the number', () => {
    const name = (tags: Tags): unknown =>
      (classifyWay(new Map(Object.entries({ highway: 'primary', ...tags }))) as { name: string }).name;
    expect(name({ name: '  Đường   Láng ', ref: 'QL.1' })).toBe('Đường Láng');
    expect(name({ 'name:vi': 'Cầu Giấy'.normalize('NFD'), ref: 'QL.1' })).toBe('Cầu Giấy');
    expect(name({ ref: 'QL.1' })).toBe('QL.1');
    expect(name({})).toBe('');
  });
});

describe('A barrier', () => {
  it.each([
    ['barrier=bollard', true],
    ['barrier=gate', false],
    ['barrier=lift_gate', false],
    ['barrier=gate access=private', true],
    ['barrier=gate motor_vehicle=no', true],
    ['barrier=gate access=no motorcar=yes', false],
    ['barrier=bollard motor_vehicle=yes', false],
    ['barrier=bollard access=yes', true],
    ['highway=crossing', false],
  ])('%s bars cars: %s', (tags, expected) => {
    expect(isCarBarrier(new Map(Object.entries(tagsOf(tags))))).toBe(expected);
  });
});

describe('A line of GeoJSON', () => {
  const feature = (properties: unknown): { roadClass?: string | undefined; signs: string; isOsm: boolean } => {
    const { facts, isOsm } = classifyFeature(properties);
    const roadClass = typeof facts === 'string' ? undefined : ROAD_CLASSES[facts.roadClass];
    return { roadClass, signs: signsOf(facts), isOsm };
  };

  it.each<readonly [unknown, string | undefined, string | DropReason, boolean]>([
    [null, 'unknown', '====', false],
    [{}, 'unknown', '====', false],
    [{ name: 'Lối mòn', oneway: 'yes' }, 'unknown', '=>>>', false],
    [{ highway: 'path', motorcycle: 'no' }, 'path', '==--', true],
    [{ highway: null, name: 'A' }, 'unknown', '====', false],
    [{ HIGHWAY: 'track' }, 'track', '===-', true],
    [{ class: 'livingStreet' }, 'livingStreet', '====', false],
    [{ class: 'A-loại' }, 'unknown', '====', false],
    [{ type: 'ferry' }, 'ferry', '===-', false],
    [{ type: 'way', id: 'way/12', tags: { highway: 'steps' } }, 'steps', '=---', true],
    [{ osm_id: '1', highway: 'service', other_tags: '"oneway"=>"-1","a"=>"b \\"c\\""' }, 'service', '=<<<', true],
    [{ osm_id: '1', waterway: 'river' }, undefined, 'notARoad', true],
    [{ osm_id: '1', other_tags: '"route"=>"ferry"' }, 'ferry', '===-', true],
    [{ fclass: 'track_grade1', oneway: 'B', maxspeed: 0 }, 'track', '====', true],
    [{ fclass: 'primary', oneway: 'F' }, 'primary', '=>>>', true],
    [{ fclass: 'primary', oneway: 'T' }, 'primary', '=<<<', true],
    [{ fclass: 'rail' }, undefined, 'notARoad', true],
  ])('with the properties %j', (properties, roadClass, expected, isOsm) => {
    expect(feature(properties)).toEqual({ roadClass, signs: expected, isOsm });
  });
});
