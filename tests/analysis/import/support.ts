import type { EditionUnits, RecogniseOptions } from '../../../src/analysis/import';
import type { Cell, EditionId, Table, UnitCode, WallClock } from '../../../src/domain';

const unit = (code: string, name: string, isCore = true) => ({ code: code as UnitCode, name, isCore });

export const EDITIONS: readonly EditionUnits[] = [
  {
    id: '2018' as EditionId,
    validFrom: null,
    validTo: '2019-12-31' as never,
    units: [
      unit('07909', 'Phường Thanh Miếu'),
      unit('07912', 'Phường Bạch Hạc'),
      unit('08866', 'Xã Sơn Đông'),
      unit('09097', 'Xã Bồ Sao'),
      unit('00001', 'Xã Trùng Tên'),
      unit('00002', 'Phường Trùng Tên'),
    ],
  },
  {
    id: '2025' as EditionId,
    validFrom: '2025-07-01' as never,
    validTo: null,
    units: [
      unit('07909', 'Phường Thanh Miếu'),
      unit('09106', 'Xã Vĩnh Thành'),
      unit('99999', 'Xã Sơn Đông', false),
      unit('08866', 'Xã Sơn Đông'),
    ],
  },
];

export const OPTIONS: RecogniseOptions = {
  now: '2026-11-23T12:00' as WallClock,
  areaBbox: [105.25, 21.15, 105.65, 21.55],
  editions: EDITIONS,
  places: [],
  swapPositions: false,
  meridian: null,
  personalNumbers: 'mask',
};

export const sheet = (...rows: readonly (readonly Cell[])[]): Table => ({ rows, counts: 'rows', positions: null });
