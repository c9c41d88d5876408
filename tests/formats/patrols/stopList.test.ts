import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/domain';
import { packLink } from '../../../src/formats/patrols/linkText';
import { makeQrCode } from '../../../src/formats/patrols/qrCode';
import { packStopList, readStopList, type StopList } from '../../../src/formats/patrols/stopList';
import { packTicks, readTicks, type TickReport } from '../../../src/formats/patrols/tickReport';

const ON = '2026-12-01' as PlainDate;
const degrees = fc.tuple(
  fc.integer({ min: -18_000_000, max: 18_000_000 }).map((x) => x / 1e5),
  fc.integer({ min: -9_000_000, max: 9_000_000 }).map((y) => y / 1e5),
);
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((words) => words.isWellFormed());
const posts = fc.array(fc.record({ name: text, contact: text }), { maxLength: 4 });
const lists: fc.Arbitrary<StopList> = posts.chain((known) =>
  fc
    .record({
      routeId: fc.uuid(),
      team: text,
      shift: text,
      out: fc.integer({ min: 0, max: 1_439 }),
      back: fc.integer({ min: 0, max: 1_440 }),
      home: fc.record({ name: text, at: degrees }),
      stops: fc.array(
        fc.record({
          name: text,
          at: degrees,
          end: fc.option(degrees),
          wait: fc.integer({ min: 0, max: 90 }),
          dwell: fc.integer({ min: 0, max: 60 }),
          key: fc.stringMatching(/^[0-9a-f]{4}$/),
          posts: fc.subarray([...known.keys()]),
        }),
        { maxLength: 20 },
      ),
    })
    .map(({ out, back, stops, ...rest }) => {
      let minute = out;
      return {
        ...rest,
        on: ON,
        outMinute: out,
        backMinute: out + back,
        posts: known,
        stops: stops.map(({ wait, dwell, ...stop }) => {
          const startMinute = minute + wait;
          minute = startMinute + dwell;
          return { ...stop, startMinute, leaveMinute: minute };
        }),
      };
    }),
);

/** As a real plan has it: pieces of border lines between few units. */
const real: StopList = {
  routeId: '0194a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  team: 'Tổ Phường Bạch Hạc',
  shift: 'Ca tối',
  on: ON,
  outMinute: 1_080,
  backMinute: 1_312,
  home: { name: 'Trụ sở Phường Bạch Hạc', at: [105.44512, 21.30187] },
  posts: ['Bạch Hạc', 'Bồ Sao', 'Sơn Đông', 'Cao Đại'].map((name, i) => ({
    name: `Trụ sở ${name}`,
    contact: `0210 384 67${i}2`,
  })),
  stops: Array.from({ length: 15 }, (_, i) => ({
    name: `Bạch Hạc – ${['Bồ Sao', 'Sơn Đông', 'Cao Đại'][i % 3]}, km ${i},${(7 * i) % 10}–${i + 1},${(3 * i) % 10}`,
    at: [105.44512 + Math.sin(13 * i) / 30, 21.30187 + Math.cos(7 * i) / 30],
    end: i % 3 === 0 ? null : [105.44512 + Math.sin(13 * i) / 31, 21.30187 + Math.cos(7 * i) / 31],
    startMinute: 1_085 + 15 * i,
    leaveMinute: 1_095 + 15 * i + (i % 4),
    key: (40_503 * (i + 1)).toString(16).slice(-4),
    posts: [0, 1 + (i % 3)],
  })),
};

describe('the list of stops in a link', () => {
  it('comes back as it was, to a metre and a minute', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const link = await packStopList(list);
        expect(link).toMatch(/^[\w-]+$/);
        expect(await readStopList(link)).toMatchObject({ ok: true, value: list });
      }),
    );
  });

  it('holds names as long as they may be', async () => {
    const long = {
      ...real,
      team: 'đ'.repeat(500),
      stops: [{ ...real.stops[0]!, at: real.home.at, name: 'x'.repeat(500) }],
    };
    expect(await readStopList(await packStopList(long))).toMatchObject({ ok: true, value: long });
  });

  it('rounds what is finer than a metre and a minute, and adds up no error', async () => {
    const shifted: StopList = {
      ...real,
      stops: real.stops.map((stop) => ({
        ...stop,
        at: [stop.at[0] + 3.3e-6, stop.at[1] - 4.4e-6],
        startMinute: stop.startMinute + 0.4,
      })),
    };
    const read = await readStopList(await packStopList(shifted));
    if (!read.ok) throw new Error('not read');
    for (const [i, stop] of read.value.stops.entries()) {
      expect(Math.abs(stop.at[0] - shifted.stops[i]!.at[0])).toBeLessThan(5.1e-6);
      expect(stop.startMinute).toBe(real.stops[i]!.startMinute);
    }
  });

  it('of 15 stops fits a code that a telephone reads off paper', async () => {
    const link = `https://example-of-a-long-name.gov.vn/giap-ranh/#stops=${await packStopList(real)}`;
    expect(makeQrCode(link)?.version).toBeLessThanOrEqual(20);
  });

  it('that was cut is told as broken, wherever it was cut', async () => {
    const link = await packStopList(real);
    for (let length = 0; length < link.length - 1; length += 13) {
      expect(await readStopList(link.slice(0, length))).toMatchObject({
        ok: false,
        problem: { kind: 'brokenLink', reason: 'damaged' },
      });
    }
  });

  it('that is foreign is told as broken, and one of a newer program as such', async () => {
    const problem = (reason: string) => ({ ok: false, problem: { kind: 'brokenLink', reason } });
    const foreign: unknown[] = [null, {}, [], [0], [1], [1, 'a', 'b', 'c', '2026-02-30', 0, 0, 'd', 0, 0, []], 'stops'];
    for (const value of foreign) expect(await readStopList(await packLink(value))).toMatchObject(problem('damaged'));
    expect(await readStopList('%%%')).toMatchObject(problem('damaged'));
    expect(await readStopList(await packLink([2, 'what will be']))).toMatchObject(problem('newer'));
    expect(await readStopList(await packLink('x'.repeat(1_000_000)))).toMatchObject(problem('damaged'));
    // Any text at all is read or told as broken.
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (any) => {
        expect((await readStopList(any)).ok).toBe(false);
        expect((await readTicks(any)).ok).toBe(false);
      }),
    );
  });
});

describe('what a team sends back', () => {
  it('comes back as it was', async () => {
    const ticks = fc
      .record({
        stop: fc.nat(14),
        key: fc.stringMatching(/^[0-9a-f]{4}$/),
        atMinute: fc.integer({ min: 0, max: 5_000 }),
      })
      .filter(Boolean);
    await fc.assert(
      fc.asyncProperty(fc.array(ticks, { maxLength: 15 }), async (made) => {
        const report: TickReport = {
          routeId: real.routeId,
          team: 'Tổ 1',
          shift: 'Ca tối',
          on: ON,
          stops: 15,
          ticks: made,
        };
        expect(await readTicks(await packTicks(report))).toMatchObject({ ok: true, value: report });
      }),
    );
  });

  it('may be of a longer list that was sent before', async () => {
    const report = {
      routeId: 'r',
      team: 't',
      shift: 's',
      on: ON,
      stops: 1,
      ticks: [{ stop: 4, key: 'abcd', atMinute: 9 }],
    };
    expect(await readTicks(await packTicks(report))).toMatchObject({ ok: true, value: report });
  });

  it('is no list of stops, and a list of stops is not what is sent back', async () => {
    expect((await readTicks(await packStopList(real))).ok).toBe(false);
    const report: TickReport = {
      routeId: 'r',
      team: 't',
      shift: 's',
      on: ON,
      stops: 3,
      ticks: [{ stop: 2, key: 'abcd', atMinute: 1_100 }],
    };
    expect((await readStopList(await packTicks(report))).ok).toBe(false);
  });
});

describe('a code', () => {
  it('is none where the text is longer than any holds', () => {
    expect(makeQrCode('x'.repeat(3_000))).toBeNull();
  });

  it('has light squares around it', () => {
    const code = makeQrCode('https://example.org')!;
    const places = [...code.path.matchAll(/M(\d+) (\d+)/g)].flatMap((match) => [Number(match[1]), Number(match[2])]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(code.side - 5);
  });
});
