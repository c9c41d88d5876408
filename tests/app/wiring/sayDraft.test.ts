import { describe, expect, it } from 'vitest';
import { clusterTimeline } from '../../../src/analysis/briefing/clusterTimeline';
import { type DraftInput, draftScenes } from '../../../src/analysis/briefing/draftScenes';
import { planCoverFacts } from '../../../src/analysis/briefing/planCoverFacts';
import type { DraftKind } from '../../../src/analysis/briefing/sceneDraft';
import type { FoundStretches } from '../../../src/analysis/hotspots/findStretches';
import type { SeamMap } from '../../../src/analysis/hotspots/makeSeam';
import { sayDraft, sayLeftOut } from '../../../src/app/wiring/briefingDrafts/sayDraft';
import type { SaidDraft } from '../../../src/app/wiring/briefingDrafts/speech';
import { firstCluster, knownReviews } from '../../../src/commands';
import type { PatrolPlan, PatrolRoute, PatrolTask, PlanId, TaskId, UnitCode } from '../../../src/domain';
import { briefingDraftWords } from '../../../src/i18n/briefingDraftWords';
import { formatters } from '../../../src/i18n/format';
import { day, days, figuresOf, incident, opened, outreach, sample } from '../../analysis/briefing/support';

const { info } = opened['2018'];
const { cluster, members } = firstCluster;
const editions = [opened['2018'], opened['2025']].map(({ info: own }) => ({ edition: own.edition, units: own.units }));
const timeline = clusterTimeline(cluster, { members, editions, reviews: knownReviews(cluster.id) });

const basis = { fromMin: 0, toMin: 1, count: 12, used: 12, discovered: 3, unplaced: 1, simulated: 0 };
const stretches = {
  basis,
  scanned: 12,
  lengthM: 25_400,
  replicates: 999,
  binEdges: null,
  spread: null,
  stretches: [
    {
      parts: [{ line: 0, fromM: 1_250, toM: 400 }],
      count: 6,
      expected: 0.8,
      relativeRisk: 9,
      logLikelihoodRatio: 7,
      p: 0.004,
    },
    {
      parts: [{ line: 1, fromM: 0, toM: 500 }],
      count: 2,
      expected: 0.5,
      relativeRisk: 4,
      logLikelihoodRatio: 1,
      p: 0.4,
    },
  ],
} as unknown as FoundStretches;
const seam = {
  basis,
  bandwidthM: 500,
  whole: { together: 20, alone: 12, unseen: 8, shareUnseen: 0.4 },
  lines: [
    { line: 0, unseen: 5, shareUnseen: 0.45, leftCount: 4, rightCount: 3 },
    { line: 1, unseen: 3, shareUnseen: null, leftCount: 1, rightCount: 0 },
  ],
} as unknown as SeamMap;

const inputOf = (over: Partial<DraftInput> = {}): DraftInput => ({
  cluster,
  members,
  timeline,
  figures: figuresOf(sample, { activities: outreach }),
  info,
  stretches,
  timing: null,
  seam,
  cover: null,
  ...over,
});

type Language = 'vi' | 'en';
const speechOf = (language: Language) => ({
  words: briefingDraftWords[language],
  format: formatters[language],
  categoryName: (id: string) => `<${id}>`,
});

function said(kind: DraftKind, over: Partial<DraftInput> = {}, language: Language = 'vi'): SaidDraft {
  const { drafts, leftOut } = draftScenes(inputOf(over));
  const draft = drafts.find((each) => each.kind === kind);
  if (!draft) throw new Error(leftOut.find((each) => each.kind === kind)?.reason);
  return sayDraft(draft, speechOf(language));
}
const many = (count: number, from = 0, at = '2018-06-15T10:00') =>
  Array.from({ length: count }, (_, i) => incident(from + i, { at }));
const of2019 = { period: days('2019-01-01', '2019-12-31') };
const changeOf = (now: number, before: number, language: Language = 'vi'): readonly string[] =>
  said(
    'change',
    { figures: figuresOf([...many(now, 0, '2019-06-15T10:00'), ...many(before, 1_000)], of2019) },
    language,
  ).sentences;

describe('the first briefing of the sample', () => {
  it('has the scenes for which there are data, and says why others are left out', () => {
    const { drafts, leftOut } = draftScenes(inputOf());
    expect(drafts.map(({ kind }) => kind)).toEqual(['cluster', 'year', 'where', 'when', 'seam', 'proposals']);
    expect(leftOut.map((each) => sayLeftOut(each, speechOf('vi')))).toEqual([
      'Bỏ cảnh “So với cùng kỳ”: sổ không có vụ việc nào của cùng kỳ năm trước.',
      'Bỏ cảnh “Tuần tra”: chưa có kế hoạch tuần tra nào được lưu.',
    ]);
    expect(leftOut.map((each) => sayLeftOut(each, speechOf('en')))).toEqual([
      'Scene “Against the year before” left out: the register has no incident of the same days of the year before.',
      'Scene “Patrols” left out: no patrol plan is kept yet.',
    ]);
  });

  it('tells the cluster with its agreement, its members and its life', () => {
    const { sentences, notes } = said('cluster');
    expect(sentences[0]).toBe('Cụm liên kết Việt Trì – Vĩnh Tường – Lập Thạch ký thoả thuận ngày 24/01/2018.');
    expect(sentences[1]).toContain('Cụm có 8 thành viên: ');
    expect(sentences).toHaveLength(2);
    expect(notes).toContain('05/03/2019: hội nghị sơ kết.');
    expect(notes).toContain('05/03/2019 (tạm ghi): Xã Sông Lô tham gia cụm.');
    expect(notes).toContain(
      '01/01/2025: Xã Cao Đại, Xã Việt Xuân và Xã Bồ Sao sáp nhập thành Xã Sao Đại Việt (Nghị quyết 1287/NQ-UBTVQH15).',
    );
    const later = said('cluster', { figures: figuresOf(sample, of2019) }, 'en').sentences;
    expect(later[1]).toContain('The cluster has 9 members: ');
    expect(later[2]).toBe('The first day of Xã Sông Lô is provisional and to be confirmed.');
  });

  it('tells the year with the real totals and their intervals', () => {
    expect(said('year').title).toBe('Kết quả năm 2018');
    expect(said('year').sentences).toEqual(
      expect.arrayContaining([
        'Vụ án hình sự: 15 vụ (khoảng tin cậy 95 %: 8,4–24,7); 19 đối tượng.',
        'Vi phạm hành chính: 46 vụ (khoảng tin cậy 95 %: 33,7–61,4); 63 đối tượng.',
        'Tuyên truyền: 24 hội nghị và 425 lượt phát thanh.',
        'Số liệu có 61 vụ là dữ liệu mô phỏng.',
      ]),
    );
    expect(said('year', {}, 'en').sentences).toEqual(
      expect.arrayContaining([
        'Criminal cases: 15 (95% confidence interval: 8.4–24.7); persons involved: 19.',
        'Of these figures, 61 incidents are simulated data.',
      ]),
    );
  });

  it('tells where from stretches beyond chance alone, and proposes no more than that', () => {
    const name = `${info.units[info.lines[0]!.leftUnit]!.shortName} – ${info.units[info.lines[0]!.rightUnit]!.shortName}`;
    const { sentences, notes } = said('where');
    expect(sentences[0]).toBe('1 đoạn có nhiều vụ việc hơn mức ngẫu nhiên, xét 12 vụ trên 25,40 km đường giáp ranh.');
    expect(sentences[1]).toContain('lý trình 0,40–1,25 km, dài 850 m: 6 vụ (khoảng tin cậy 95 %: 2,2–13,1)');
    expect(sentences[1]).toContain(name);
    expect(sentences[1]).toMatch(/nếu rải đều thì khoảng 0,8 vụ; p = 0,004\.$/);
    expect(sentences).toHaveLength(2);
    expect(notes).toContain('3 vụ do tuần tra phát hiện không được tính.');
    const proposals = said('proposals').sentences;
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatch(/^Đề nghị bàn việc tăng lượt tuần tra ở /);
  });

  it('tells that no stretch stands out, and then proposes nothing', () => {
    const quiet = { stretches: { ...stretches, stretches: stretches.stretches.slice(1) } };
    expect(said('where', quiet).sentences[0]).toBe(
      'Xét 12 vụ trên 25,40 km đường giáp ranh: chưa đoạn nào nổi hơn mức ngẫu nhiên.',
    );
    expect(() => said('proposals', quiet)).toThrow('nothingToPropose');
  });

  it('leaves out what could not be computed, or has too few incidents', () => {
    expect(() => said('where', { stretches: undefined })).toThrow('notComputed');
    expect(() => said('where', { stretches: null })).toThrow('noIncidents');
    expect(() => said('seam', { seam: undefined })).toThrow('notComputed');
    expect(() => said('seam', { seam: { ...seam, whole: { ...seam.whole, shareUnseen: null } } })).toThrow(
      'fewIncidents',
    );
    expect(() => said('when', { figures: figuresOf([]) })).toThrow('noIncidents');
    expect(() => said('when', { figures: figuresOf(many(4)) })).toThrow('fewIncidents');
  });

  it('tells the seam as an estimate, of lines with enough incidents', () => {
    const { sentences, notes } = said('seam');
    expect(sentences[0]).toContain('ước tính 40 % những gì ở sát đường giáp ranh (trong bán kính 500 m)');
    expect(sentences).toHaveLength(2);
    expect(notes[0]).toContain('chưa có khoảng tin cậy');
  });

  it('names no cause in either language', () => {
    for (const language of ['vi', 'en'] as const)
      for (const draft of draftScenes(inputOf()).drafts) {
        const { sentences } = sayDraft(draft, speechOf(language));
        expect(sentences.join(' ')).not.toMatch(
          /\b(do|vì|bởi|nhờ) (?!tuần tra|người dân)|because|due to|caused|thanks to/i,
        );
      }
  });
});

describe('a year with few incidents', () => {
  it('tells none with what may still lie behind it', () => {
    const figures = figuresOf([]);
    expect(said('year', { figures }).sentences.slice(0, 2)).toEqual([
      'Không ghi nhận vụ án hình sự nào (khoảng tin cậy 95 %: 0,0–3,7).',
      'Không ghi nhận vi phạm hành chính nào (khoảng tin cậy 95 %: 0,0–3,7).',
    ]);
    expect(said('year', { figures }, 'en').sentences[0]).toBe(
      'No criminal case was recorded (95% confidence interval: 0.0–3.7).',
    );
  });

  it('tells one, and what cannot be traced to a unit', () => {
    const figures = figuresOf([incident(1, { unitCode: '99999' as UnitCode })]);
    expect(said('year', { figures }).sentences[0]).toBe(
      'Vụ án hình sự: 1 vụ (khoảng tin cậy 95 %: 0,0–5,6); 1 đối tượng.',
    );
    expect(said('year', { figures }).notes).toContain(
      '1 vụ không quy được về đơn vị: 99999 (1 vụ, mã không có trong kỳ địa giới nào).',
    );
    expect(said('year', { figures }, 'en').notes).toEqual(
      expect.arrayContaining([
        '1 incident cannot be traced to a unit: 99999 (1, its code is in no boundary edition).',
        '1 incident has no position and is of no line.',
      ]),
    );
  });

  it('says up to which day a period is counted that is not over', () => {
    const figures = figuresOf(many(1), { today: '2018-06-30' });
    expect(said('year', { figures }).title).toBe('Kết quả từ 01/01/2018 đến 30/06/2018');
    expect(said('year', { figures }).sentences).toContain('Kỳ chưa hết: số liệu tính đến 30/06/2018.');
  });
});

describe('a comparison', () => {
  it('calls nothing a change that chance may have made', () => {
    expect(changeOf(15, 12)).toContain(
      'Vụ án hình sự: 15 vụ (khoảng tin cậy 95 %: 8,4–24,7), cùng kỳ 12 vụ; chưa đủ căn cứ để kết luận là thay đổi (p = 0,58).',
    );
    // Bồ Sao and theft: units, lines and categories without incidents are not counted as looked at.
    expect(changeOf(15, 12)).toContain(
      'Xét riêng 2 đơn vị, đường và loại: chưa nơi nào, loại nào đủ căn cứ để kết luận là thay đổi.',
    );
    expect(changeOf(15, 12)[0]).toBe('So năm 2019 với cùng kỳ, năm 2018.');
    expect(changeOf(15, 12).join(' ')).not.toMatch(/tăng|giảm/);
    expect(changeOf(3, 3)).toContain('Vụ án hình sự: 3 vụ (khoảng tin cậy 95 %: 0,6–8,8), bằng cùng kỳ.');
  });

  it('tells a rise and a fall with the test, and a share only from five on either side', () => {
    expect(changeOf(30, 10)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^Vụ án hình sự: tăng từ 10 vụ lên 30 vụ \(khoảng tin cậy 95 %: 20,2–42,8; p = 0,001\)\.$/,
        ),
        'Tính theo ngày, mức thay đổi là +200 %.',
      ]),
    );
    const fell = changeOf(1, 12);
    expect(fell.some((sentence) => /^Vụ án hình sự: giảm từ 12 vụ xuống 1 vụ/.test(sentence))).toBe(true);
    expect(fell).toContain('Có kỳ dưới 5 vụ nên không nêu tỷ lệ phần trăm.');
    expect(fell.join(' ')).not.toContain(' %.');
    expect(changeOf(15, 12, 'en').join(' ')).toContain('there is not enough evidence to call it a change (p = 0.58).');
  });

  it('says when the period before is not recorded whole', () => {
    expect(changeOf(5, 5)).toContain('Sổ chỉ có vụ việc từ 15/06/2018; cùng kỳ có thể chưa ghi đủ.');
  });
});

describe('patrols', () => {
  const task = (id: string, weight: number): PatrolTask =>
    ({
      id: id as TaskId,
      name: `Đoạn ${id}`,
      weight,
      hours: null,
      joint: [],
      isActive: true,
      chainage: null,
      source: 'line',
    }) as unknown as PatrolTask;
  const plan = {
    id: 'p' as PlanId,
    name: 'Tuần 1',
    from: day('2018-12-03'),
    days: 2,
    roadsId: null,
  } as unknown as PatrolPlan;
  const route = {
    planId: 'p',
    on: day('2018-12-03'),
    stops: [{ taskId: 'a', arriveMinute: 600, startMinute: 600, leaveMinute: 660 }],
  } as unknown as PatrolRoute;
  const cover = {
    ...planCoverFacts(plan, { tasks: [task('a', 365.25), task('b', 36.525)], routes: [route] }),
    isSimulated: true,
  };

  it('tell what a plan covers, its worst gaps, and where nobody comes', () => {
    expect(said('cover', { cover }).sentences).toEqual([
      'Kế hoạch “Tuần 1”, 2 ngày từ 03/12/2018: 2 điểm, đoạn, 1 lượt đến.',
      'Trong 2,20 vụ dự kiến của những ngày này, 0,04 vụ rơi vào giờ có tổ ở đó.',
      '1 điểm, đoạn không tổ nào đến: Đoạn b.',
      'Sơ hở tại Đoạn a: 37 giờ liền từ 03/12/2018 11:00 không có tổ, dự kiến 1,54 vụ.',
      'Lượt đã đi được ghi nhận năm 2018: 0.',
      'Số vụ dự kiến tính từ dữ liệu mô phỏng.',
    ]);
    expect(said('cover', { cover }).notes).toContain('Kế hoạch tính theo đường thẳng, thời gian đi chỉ là gần đúng.');
  });

  it('propose to discuss gaps and places where nobody comes', () => {
    const { sentences, notes } = said('proposals', { cover, stretches: null });
    expect(sentences).toEqual([
      'Đề nghị tổ tuần tra của các đơn vị bàn cách che khoảng trống 37 giờ từ 03/12/2018 11:00 tại Đoạn a.',
      'Đề nghị bàn đưa vào kế hoạch các điểm, đoạn chưa có tổ đến: Đoạn b.',
      'Số vụ dự kiến tính từ dữ liệu mô phỏng.',
    ]);
    expect(notes[0]).toContain('không nói lên nguyên nhân');
    expect(said('proposals', { cover, stretches: null }, 'en').sentences[1]).toBe(
      'To discuss: taking into the plan what no team comes to: Đoạn b.',
    );
  });
});

describe('the time of incidents', () => {
  it('is told with its test where enough are known', () => {
    const nights = [...many(20, 0, '2018-06-15T01:00'), ...many(4, 100, '2018-06-16T13:00')];
    const { sentences } = said('when', { figures: figuresOf(nights) });
    expect(sentences).toContain(
      'Nhiều nhất là 0–6 giờ: 20 vụ (khoảng tin cậy 95 %: 12,2–30,9), trong 24 vụ biết rõ buổi.',
    );
    expect(sentences).toContain('Chênh lệch này lớn hơn mức ngẫu nhiên (p < 0,001).');
    expect(sentences).toContain('Số vụ quá ít để kiểm định.');
    expect(said('when', {}).sentences[0]).toMatch(/^Xét \d+ vụ do người dân, cơ quan báo tin/);
  });
});
