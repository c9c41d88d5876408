import { closeSync, ftruncateSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SimulatedIncident, streamSimulatedIncidents } from '../../src/analysis/simulateIncidents.ts';
import type { UnitCode } from '../../src/domain/index.ts';
import { vi } from '../../src/i18n/vi/index.ts';
import { kernelUnits } from './kernel.ts';

const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-e2e-'));

/** Writes a file of the user's; gives its path. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A file that claims a size without filling the disk. */
export function writeHugeFile(name: string, sizeBytes: number): string {
  const path = writeFile(name, '');
  const file = openSync(path, 'r+');
  writeSync(file, 'Ngày,Vĩ độ,Kinh độ\r\n');
  ftruncateSync(file, sizeBytes);
  closeSync(file);
  return path;
}

/** A clerk's table of many incidents: the columns that a register has, in Vietnamese. */
export function writeManyIncidents(count: number): {
  readonly path: string;
  readonly incidents: readonly SimulatedIncident[];
} {
  const memberCodes = ['09109', '09094', '09097', '08866', '07912', '07909', '07915'] as UnitCode[];
  const incidents = [...streamSimulatedIncidents({ seed: 7, units: kernelUnits('2018'), memberCodes, count })];
  const { categoryName, kindName } = vi.incidents;
  const lines = incidents.map(({ occurred, lat, lng, category, kind, personsInvolved, unitCode, summary }, i) =>
    [
      i + 1,
      occurred.from.slice(0, 10).split('-').reverse().join('/'),
      occurred.from.slice(11),
      lat,
      lng,
      `"${categoryName[category]}"`,
      kindName[kind],
      personsInvolved,
      unitCode,
      `"${summary}"`,
    ].join(','),
  );
  const head = 'STT,Ngày xảy ra,Giờ,Vĩ độ,Kinh độ,Loại vụ việc,Tính chất,Số đối tượng,Mã đơn vị,Nội dung';
  return { path: writeFile(`so-${count}.csv`, `\ufeff${head}\r\n${lines.join('\r\n')}\r\n`), incidents };
}
