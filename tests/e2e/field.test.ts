import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStopList, type StopList } from '../../src/formats/patrols/stopList.ts';
import { readGpx } from '../../src/formats/readGpx.ts';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

/** A track of a team that makes every stop of a list in its time. */
function trackOf({ on, home, stops, outMinute }: StopList): string {
  const time = (minute: number): string => new Date(Date.parse(`${on}T00:00:00+07:00`) + minute * 60_000).toISOString();
  const fixes = [
    [home.at, outMinute],
    ...stops.flatMap(({ at, end, startMinute, leaveMinute }) => [
      [at, startMinute],
      [at, startMinute + 1],
      [end ?? at, leaveMinute],
    ]),
  ] as [readonly [number, number], number][];
  const points = fixes.map(
    ([[lng, lat], minute]) => `<trkpt lat="${lat}" lon="${lng}"><time>${time(minute)}</time></trkpt>`,
  );
  return `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
}

describe('a plan in the field', () => {
  let clerk: Clerk;
  let officer: Clerk;
  let route = '';
  let link = '';
  let list: StopList;
  let sent = '';
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    officer = await Clerk.sitsDown({ screen: 'phone' });
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
    expect(await officer.leaves()).toEqual([]);
  });

  const toasts = async (): Promise<string> => plain((await clerk.messages()).join(' '));

  it('is taken along once it is kept', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(words.quick);
    await eventually(async () => (await clerk.patrols.listed(words.teams)).length).toBeGreaterThan(1);
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(words.addTasks);
    await clerk.patrols.takes();
    await clerk.patrols.chooses('plan');
    await clerk.patrols.types(words.days, '1');
    await clerk.patrols.presses(words.fillRoster);
    await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
    await clerk.patrols.presses(words.optimise);
    await eventually(() => clerk.patrols.panelText()).toContain(clerk.field.words.keepFirst);
    // Any plan will do.
    if (await clerk.patrols.canPress(words.stopHere)) await clerk.patrols.presses(words.stopHere);
    await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
    await clerk.patrols.presses(words.savePlan);
    await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
    route = (await clerk.patrols.routes()).at(0) ?? '';
  });

  it('has a sheet of its own for paper, with the stops, both sides and a code', async () => {
    const stops = await clerk.patrols.stopsOf(route);
    const sheet = await clerk.field.printsSheet();
    expect(sheet.besides).toEqual([]);
    expect(sheet.ground).toBe('rgb(255, 255, 255)');
    for (const [, name = '', from = ''] of stops) {
      expect(sheet.text).toContain(name.split(', km')[0]);
      expect(sheet.text).toContain(from);
    }
    expect(sheet.text).toMatch(/đường .+, km \d+,\d\d–\d+,\d\d/);
    expect(sheet.text).toContain(clerk.field.words.notes);
    expect(plain(sheet.text)).toContain('km');
    link = sheet.link;
    expect(await clerk.field.phoneLink()).toBe(link);
    const read = await readStopList(new URL(link).hash.slice(1));
    if (!read.ok) throw new Error(read.problem.kind);
    list = read.value;
    expect(list.stops.map(({ name }) => name)).toEqual(stops.map(([, name]) => name));
  });

  it('leaves as GPX, KML, calendar and roster', async () => {
    const gpx = await clerk.field.savesRoute('gpx');
    const read = readGpx(gpx.text, gpx.name);
    if (!read.ok) throw new Error(read.problem.kind);
    const names = read.value.map(({ properties }) => properties.name);
    expect(names.slice(1, -1)).toEqual(list.stops.map(({ name }, i) => `${i + 1}. ${name}`));
    expect((await clerk.field.savesRoute('kml')).text).toContain('<LineString>');
    const ics = await clerk.field.savesPlan('ics');
    const duties = ics.text.split('BEGIN:VEVENT').length - 1;
    expect(duties).toBeGreaterThanOrEqual((await clerk.patrols.routes()).length);
    expect(ics.text.replace(/\r\n /g, '')).toContain(`SUMMARY:${list.team} · ${list.shift}`);
    expect(ics.text).toContain('TZID=Asia/Ho_Chi_Minh');
    const xlsx = await clerk.field.savesPlan('xlsx');
    expect([xlsx.name.endsWith('.xlsx'), xlsx.text.startsWith('PK')]).toEqual([true, true]);
  });

  it('opens on a phone without the map, tells the way, and keeps what is ticked off', async () => {
    const { words } = officer.field;
    const [first, second] = list.stops;
    await officer.field.opensList(link, [first!.at[0], first!.at[1] - 0.01]);
    expect(await officer.field.stops()).toEqual(list.stops.map(({ name }) => name));
    expect(officer.requests.filter((url) => /maplibre|geodata|edition/.test(url))).toEqual([]);
    expect(await officer.field.nextText()).toContain(first!.name);
    await officer.field.presses(words.startGps);
    await eventually(async () => plain(await officer.field.nextText())).toContain(words.aim('bắc', '1,11 km'));
    await officer.field.movesTo([first!.at[0] + 0.00096, first!.at[1]]);
    await eventually(async () => plain(await officer.field.nextText())).toContain(words.aim('tây', '100 m'));
    await officer.field.movesTo(first!.at);
    await eventually(() => officer.field.nextText()).toContain(words.here);
    expect(await officer.isTooWide()).toBe(false);
    expect(await officer.audits()).toEqual([]);
    await officer.field.presses(words.tick);
    await eventually(() => officer.field.nextText()).toContain(second!.name);
    expect(await officer.field.ticked()).toEqual([first!.name]);
    await officer.field.isKept();
    await officer.field.goesOffline(true);
    await officer.field.reloadsList();
    expect(await officer.field.ticked()).toEqual([first!.name]);
    await officer.field.presses(words.tickOf(list.stops.at(-1)!.name));
    await officer.field.presses(words.tick);
    await eventually(async () => (await officer.field.ticked()).length).toBe(3);
    await officer.field.presses(words.untickOf(second!.name));
    await eventually(async () => (await officer.field.ticked()).length).toBe(2);
    await officer.field.goesOffline(false);
    sent = await officer.field.sendLink();
  });

  it('says so where the phone does not tell its position, and where a link is broken', async () => {
    const silent = await Clerk.sitsDown({ screen: 'phone', language: 'en', theme: 'dark' });
    const { words } = silent.field;
    await silent.field.opensList(link, null);
    await silent.field.presses(words.startGps);
    await eventually(() => silent.field.nextText()).toContain(words.gps.denied.title);
    await silent.field.presses(words.tick);
    await eventually(async () => (await silent.field.ticked()).length).toBe(1);
    expect(await silent.audits()).toEqual([]);
    await silent.goesTo(link.slice(0, -20));
    const broken = silent.words.problems.brokenLink({ kind: 'brokenLink', reason: 'damaged' });
    await eventually(() => silent.field.pageText()).toContain(broken.remedy);
    await silent.goesTo(new URL('list.html', link).href);
    await eventually(() => silent.field.pageText()).toContain(words.noList);
    expect(await silent.leaves()).toEqual([]);
  });

  it('takes in what was ticked off, once, and one undo takes it back', async () => {
    const { words } = clerk.field;
    await clerk.goesTo(sent);
    await eventually(async () => plain(await clerk.field.dialogText())).toContain(
      words.sentCount('2', String(list.stops.length)),
    );
    expect(await clerk.audits()).toEqual([]);
    await clerk.field.pressesInDialog(words.record('2'));
    await eventually(toasts).toContain(words.recorded('2'));
    await clerk.goesTo(`${sent.split('#')[0]}#panel=patrols`);
    await clerk.goesTo(sent);
    await eventually(() => clerk.field.dialogText()).toContain(words.sentNothingNew);
    await clerk.presses('Escape');
    await eventually(() => clerk.field.hasDialog()).toBe(false);
    await clerk.presses('Control+z');
    await clerk.goesTo(`${sent.split('#')[0]}#panel=patrols`);
    await clerk.goesTo(sent);
    await eventually(() => clerk.field.dialogText()).toContain(words.record('2'));
    await clerk.presses('Escape');
    await eventually(() => clerk.field.hasDialog()).toBe(false);
  });

  it('does not know a route of another device, and says so', async () => {
    const stranger = await Clerk.sitsDown();
    await stranger.opens(sent);
    await eventually(() => stranger.field.dialogText()).toContain(stranger.field.words.sentUnknown);
    expect(await stranger.leaves()).toEqual([]);
  });

  it('is held against the track of a receiver, which is kept as visits', async () => {
    const { words } = clerk.field;
    const count = list.stops.length;
    await clerk.field.comparesTrack({ name: 'khong-gio.gpx', text: trackOf(list).replace(/<time>[^<]*<\/time>/g, '') });
    await eventually(() => clerk.field.dialogText()).toContain(words.trackNoTimes);
    await clerk.field.comparesTrack({ name: 'hong.gpx', text: trackOf(list).slice(0, 300) });
    await eventually(() => clerk.field.dialogText()).toContain('hong.gpx');
    await clerk.field.comparesTrack({ name: 'nam-khac.gpx', text: trackOf(list).replaceAll('<time>20', '<time>19') });
    await eventually(() => clerk.field.dialogText()).toContain(words.trackOtherDay);
    await clerk.field.comparesTrack({ name: 'vet.gpx', text: trackOf(list) });
    await eventually(async () => plain(await clerk.field.dialogText())).toContain(
      words.reached(String(count), String(count), String(count)),
    );
    expect(await clerk.audits()).toEqual([]);
    await clerk.field.pressesInDialog(words.record(String(count)));
    await eventually(toasts).toContain(words.recorded(String(count)));
    await clerk.field.comparesTrack({ name: 'vet.gpx', text: trackOf(list) });
    await eventually(() => clerk.field.dialogText()).toContain(words.sentNothingNew);
    await clerk.field.pressesInDialog(words.addDiscovered);
    const { discovered } = clerk.words.incidents.discoveryName;
    await eventually(() => clerk.field.isChosen(discovered)).toBe(true);
  });
});
