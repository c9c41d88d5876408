import { expect, it } from 'vitest';
import { withoutPersonalTexts } from '../../../src/analysis/import/personalTexts';

it('drops what a number that leads to a person is in, as a text or, by its name, as a number', () => {
  const kept = { ten: 'Chợ Bồ Sao', osm_id: 1234567890, 'Số điện thoại': null, nam: 2018 };
  expect(withoutPersonalTexts(kept)).toBeNull();
  const personal = { cmnd: 131234567, 'Số điện thoại': 912345678, ghi_chu: ['gọi 0912 345 678'] };
  expect(withoutPersonalTexts({ ...kept, ...personal })).toEqual({ ten: 'Chợ Bồ Sao', osm_id: 1234567890, nam: 2018 });
});
