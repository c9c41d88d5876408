import type { BoundaryEdition, EditionId, PlainDate } from '../src/domain';
import type { EditionSource } from '../src/geo/decodeEdition';

/** The first change after 2018 in the area: Tân Đức joined Minh Nông on 01/01/2020 (lineage.json). */
export const EDITION_2018: BoundaryEdition = {
  id: '2018' as EditionId,
  // The sources say "as of 2018"; the day on which this set of units began is not in them.
  validFrom: null,
  validTo: '2019-12-31' as PlainDate,
};
export const EDITION_2025: BoundaryEdition = {
  id: '2025' as EditionId,
  validFrom: '2025-07-01' as PlainDate,
  validTo: null,
};

const REFERENCE_MAP =
  'Nhà xuất bản Tài nguyên - Môi trường và Bản đồ Việt Nam; thanglequoc/vietnamese-provinces-database (MIT)';

export const SOURCE_2018: EditionSource = {
  title: 'Ranh giới phường, xã, thị trấn năm 2018',
  attribution: `${REFERENCE_MAP}; LucieContamin/censusVN2009 (MIT)`,
  licence: 'MIT',
  isAuthoritative: false,
  approximateWithinM: { usual: 150, worst: 300 },
};
export const SOURCE_2025: EditionSource = {
  title: 'Ranh giới phường, xã từ ngày 01/07/2025',
  attribution: REFERENCE_MAP,
  licence: 'MIT',
  isAuthoritative: false,
  approximateWithinM: null,
};

/** The rivers that the former province lines follow for most of their course, downstream, each up to a longitude. */
export const RIVERS: Record<
  'HN-PT' | 'HN-VP' | 'PT-VP',
  {
    readonly provinces: readonly string[];
    readonly courses: readonly { readonly name: string; readonly untilLng: number }[];
  }
> = {
  'HN-PT': {
    provinces: ['Hà Nội', 'Phú Thọ'],
    courses: [
      // Where the Đà ends is not marked; by here it has.
      { name: 'Sông Đà, sông Hồng', untilLng: 105.37 },
      { name: 'Sông Hồng', untilLng: Infinity },
    ],
  },
  'HN-VP': { provinces: ['Hà Nội', 'Vĩnh Phúc'], courses: [{ name: 'Sông Hồng', untilLng: Infinity }] },
  'PT-VP': { provinces: ['Phú Thọ', 'Vĩnh Phúc'], courses: [{ name: 'Sông Lô', untilLng: Infinity }] },
};

/** Rows of the 2009 census whose area is mistyped: no use to hold an area against. */
export const MISTYPED_AREAS_2009: readonly string[] = ['07891', '08770'];

/**
 * Resolutions whose number the lineage gives from memory, but whose text was seen since: 828/NQ-UBTVQH14 of 17/12/2019 on the
 * communes of Phú Thọ (and dantocmiennui.vn, article 282072, on what it did to Minh Nông).
 */
export const RESOLUTIONS_SEEN: readonly string[] = ['828/NQ-UBTVQH14'];
