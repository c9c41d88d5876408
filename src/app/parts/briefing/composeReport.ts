import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { DraftKind, LeftOut, SceneDraft } from '../../../analysis/briefing/sceneDraft';
import type { PlainDate, ReportForm } from '../../../domain';
import type {
  DataStatement,
  OfficialReport,
  ReportBlock,
  ReportPart,
  ReportPicture,
  ReportSection,
} from '../../../formats/briefing/officialReport';
import { linesOf } from '../../../formats/briefing/officialText';
import { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import { reviewReport as words } from '../../../i18n/vi/reviewReport';
import { sayDraft } from '../../wiring/briefingDrafts/sayDraft';
import { periodText, type SaidDraft, type Speech } from '../../wiring/briefingDrafts/speech';
import { FIGURE_TABLES, type FigureTableKind, type FigureWording } from './figureTables';
import type { FileFacts } from './fileFacts';
import { REPORT_OUTLINE } from './reportOutline';
import { reportTable } from './reportTables';

export interface ReportParts {
  readonly form: ReportForm;
  readonly cluster: { readonly name: string; readonly agreedOn: PlainDate | null };
  readonly figures: ReviewFigures;
  /** What was found for first scenes, and what could not be. */
  readonly drafts: readonly SceneDraft[];
  readonly leftOut: readonly LeftOut[];
  /** The maps of the scenes. */
  readonly pictures: readonly ReportPicture[];
  /** In Vietnamese, as the wording. */
  readonly facts: FileFacts;
  readonly wording: FigureWording;
}

const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): ReportBlock[] => (items.length > 0 ? [{ kind: 'list', items }] : []);
/** Parts of which the methods are told: the story of the cluster has none. */
const WITH_METHODS: readonly DraftKind[] = ['year', 'where', 'seam', 'when', 'change', 'cover', 'proposals'];

/** A review report from its numbers: what was counted, with what chance leaves open, and no causes. The author judges and sets the tasks. */
export function composeReport(parts: ReportParts): OfficialReport {
  const { form, cluster, figures, drafts, leftOut, pictures, wording } = parts;
  const { format } = wording;
  const speech: Speech = { words: briefingDraftWords.vi, format, categoryName: wording.categoryName };
  const period = periodText(figures.period, speech);
  const said = new Map<DraftKind, SaidDraft>(drafts.map((draft) => [draft.kind, sayDraft(draft, speech)]));
  const whyNot = (kind: DraftKind): string[] =>
    leftOut
      .filter((each) => each.kind === kind)
      .map(({ reason }) => words.notTold(speech.words.leftOutReasons[reason]));
  const sentences = (kind: DraftKind): readonly string[] => said.get(kind)?.sentences ?? whyNot(kind);
  const table = (kind: FigureTableKind): ReportBlock[] =>
    isEmpty(kind, figures)
      ? [paragraph(words.noData)]
      : [reportTable(kind, figures, { wording, withIntervals: false })];
  const issuer = linesOf(form.issuingBody).join(' ');
  const agreed = cluster.agreedOn ? words.agreed(format.date(cluster.agreedOn)) : '';
  const blocks: Readonly<Record<ReportPart, readonly ReportBlock[]>> = {
    mo_dau: [paragraph(agreed + words.opening(issuer, cluster.name, period))],
    tinh_hinh: [...list(sentences('year')), ...list(sentences('change')), ...list(sentences('when'))],
    vu_viec_theo_don_vi: table('members'),
    vu_viec_theo_duong: table('lines'),
    vu_viec_theo_tinh_chat: table('totals'),
    vu_viec_theo_loai: table('categories'),
    doan_trong_diem: [...list(sentences('where')), ...list(said.get('seam')?.sentences ?? [])],
    tuan_tra: list([...patrolSentences(figures, speech), ...sentences('cover')]),
    tuyen_truyen: [...list(outreachSentences(figures, speech)), ...table('outreach')],
    danh_gia: [{ kind: 'author', text: words.assess }],
    nhiem_vu: [...list(said.get('proposals')?.sentences ?? [words.noTasks]), { kind: 'author', text: words.fillTasks }],
    ket_thuc: [paragraph(words.closing(period))],
  };
  const methods = [...new Set(WITH_METHODS.flatMap((kind) => said.get(kind)?.notes ?? []))];
  const tables = FIGURE_TABLES.filter((kind) => !isEmpty(kind, figures)).map((kind) =>
    reportTable(kind, figures, { wording, withIntervals: true }),
  );
  return {
    form,
    sections: REPORT_OUTLINE.map(
      ({ part, heading }): ReportSection =>
        part === null ? { part, heading: heading!, blocks: [] } : { part, heading, blocks: blocks[part] },
    ),
    annexes: [
      annex(words.annexes.tables, tables),
      annex(words.annexes.maps, pictures),
      annex(words.annexes.methods, list(methods)),
    ].filter((each) => each.blocks.length > 0),
    statement: statementOf(parts),
    noData: words.noData,
  };
}

const annex = (title: string, blocks: readonly ReportBlock[]) => ({ title, isLandscape: false, blocks });

/** Whether a table has nothing to tell: nothing was counted in either period. */
function isEmpty(kind: FigureTableKind, { total, outreach, byMember, byLine }: ReviewFigures): boolean {
  if (kind === 'outreach')
    return [outreach.total.meeting, outreach.total.broadcast, outreach.total.jointPatrol, outreach.total.visits].every(
      ({ now, before }) => now === 0 && (before ?? 0) === 0,
    );
  if (total.incidents.now === 0 && (total.incidents.before ?? 0) === 0) return true;
  return (kind === 'members' && byMember.length === 0) || (kind === 'lines' && byLine.length === 0);
}

function patrolSentences({ outreach }: ReviewFigures, { words: drafts, format }: Speech): string[] {
  const { jointPatrol, visits } = outreach.total;
  return [
    drafts.patrols(format.count(jointPatrol.now), format.count(visits.now)),
    ...(outreach.meetings.now > 0
      ? [drafts.patrolMeetings(outreach.meetings.now, format.count(outreach.meetings.now))]
      : []),
    ...(jointPatrol.before === null ? [] : [words.jointBefore(format.count(jointPatrol.before))]),
    ...(visits.before === null ? [] : [words.visitsBefore(format.count(visits.before))]),
    ...(jointPatrol.before === null && visits.before === null ? [words.noneBefore] : []),
  ];
}

function outreachSentences({ outreach }: ReviewFigures, { words: drafts, format }: Speech): string[] {
  const { meeting, broadcast } = outreach.total;
  return [
    drafts.outreach(format.count(meeting.now), format.count(broadcast.now)),
    meeting.before === null || broadcast.before === null
      ? words.noneBefore
      : words.doneBefore(format.count(meeting.before), format.count(broadcast.before)),
    ...(outreach.simulated > 0 ? [drafts.outreachSimulated] : []),
  ];
}

const labelled = ([label, text]: readonly [label: string, text: string]) => ({ label, text });

function statementOf({ figures, facts, wording: { words: said, format } }: ReportParts): DataStatement {
  const { statement } = words;
  const { before, simulated, total, outreach, isCut, period, countBy, dataDay } = figures;
  const told = [
    ...(simulated.now > 0
      ? [statement.simulatedOf(format.count(simulated.now), format.count(total.incidents.now))]
      : []),
    ...(outreach.simulated > 0 ? [statement.simulatedDone] : []),
  ];
  const more = (label: string, texts: readonly string[]) => ({
    label,
    text: `${texts.map((text) => text.replace(/\.$/, '')).join('. ')}.`,
  });
  return {
    title: statement.title,
    period: more(facts.period[0], [
      statement.period(format.date(period.from), format.date(period.to)),
      total.incidents.before === null
        ? said.noBefore
        : statement.before(format.date(before.from), format.date(before.to)),
      ...(isCut ? [said.cut(format.date(period.to))] : []),
    ]),
    filter: labelled(facts.filter),
    edition: more(facts.edition[0], [facts.edition[1], countBy === 'then' ? said.byThen : said.byNow]),
    tier: labelled(facts.tier),
    dataDay: { label: statement.dataDay, text: dataDay ? format.date(dataDay) : statement.noDataDay },
    simulated: told.length > 0 ? { label: statement.simulated, text: told.join('; ') } : null,
    borderAccuracy: facts.borders ? labelled(facts.borders) : null,
  };
}
