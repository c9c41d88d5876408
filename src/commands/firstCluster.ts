import type { Cluster, ClusterId, EditionId, Member, MemberId, PlainDate, UnitCode } from '../domain';

const CLUSTER_ID = '01612576-d400-7001-8000-000000000001' as ClusterId;
const EDITION_2018 = '2018' as EditionId;
const AGREED_ON = '2018-01-24' as PlainDate;

const memberId = (number: number): MemberId =>
  `01612576-d400-7002-8000-${String(number).padStart(12, '0')}` as MemberId;

/** Those who signed on 24/01/2018, by the codes of the 2018 edition. */
const FOUNDERS: readonly (readonly [code: string, name: string])[] = [
  ['09109', 'Xã Cao Đại'],
  ['09094', 'Xã Việt Xuân'],
  ['09097', 'Xã Bồ Sao'],
  ['08866', 'Xã Sơn Đông'],
  ['07912', 'Phường Bạch Hạc'],
  ['07909', 'Phường Thanh Miếu'],
  ['07915', 'Phường Bến Gót'],
];

const member = (
  number: number,
  fields: Pick<Member, 'kind' | 'name' | 'from' | 'fromIsProvisional'> & { code: string },
): Member => ({
  id: memberId(number),
  clusterId: CLUSTER_ID,
  kind: fields.kind,
  name: fields.name,
  editionId: EDITION_2018,
  unitCode: fields.code as UnitCode,
  from: fields.from,
  to: null,
  fromIsProvisional: fields.fromIsProvisional,
  rev: 0,
});

const cluster: Cluster = {
  id: CLUSTER_ID,
  name: 'Cụm liên kết Việt Trì – Vĩnh Tường – Lập Thạch',
  agreedOn: AGREED_ON,
  zoneM: { commune: 500, district: 1_000, province: 1_500 },
  rev: 0,
};

/**
 * The cluster that comes ready. Its ids and contents are fixed for good: every device seeds the very same rows, and a
 * test holds their fingerprint. The first day of Sông Lô is not recorded; the review that announced it was on 05/03/2019.
 */
export const firstCluster: { readonly cluster: Cluster; readonly members: readonly Member[] } = {
  cluster,
  members: [
    ...FOUNDERS.map(([code, name], i) =>
      member(i + 1, { kind: 'unit', name, code, from: AGREED_ON, fromIsProvisional: false }),
    ),
    member(8, {
      kind: 'organisation',
      name: 'Công ty cổ phần VLXD Bồ Sao',
      code: '09097',
      from: AGREED_ON,
      fromIsProvisional: false,
    }),
    member(9, {
      kind: 'unit',
      name: 'Xã Sông Lô',
      code: '07936',
      from: '2019-03-05' as PlainDate,
      fromIsProvisional: true,
    }),
  ],
};
