import './printDialog.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { EXPORT_TIERS, type ExportTier } from '../../../domain';
import { PrintSheet, type PrintSheetProps } from '../../../features/briefing/PrintSheet';
import { SECRECIES, type Secrecy } from '../../../features/briefing/secrecy';
import { useLanguage } from '../../../i18n';
import { exportWords } from '../../../i18n/exportWords';
import { pictureWords } from '../../../i18n/pictureWords';
import {
  Button,
  Dialog,
  InlineMessage,
  PAPER_ORIENTATIONS,
  PAPER_SIZES,
  Paper,
  type PaperOrientation,
  PaperPreview,
  type PaperSize,
  ProgressBar,
  SegmentedControl,
  Select,
  TextField,
} from '../../../ui';
import type { ChartPicture } from '../../briefing/chartPicture';
import { frameChart } from '../../briefing/frameChart';
import { makeSheetFacts } from '../../briefing/makeSheetFacts';
import { useServices } from '../../services';
import { useObservable } from '../../wiring/useObservable';
import { useSheetMap } from './useSheetMap';

export interface PrintDialogProps {
  /** To be printed beside the map, or alone; left out: there is the map only. */
  readonly chart?: ChartPicture;
  readonly onClose: () => void;
}

const CONTENTS = ['map', 'both', 'chart'] as const;
type Content = (typeof CONTENTS)[number];
const TITLE_LENGTH = 160;
const STAMP_LENGTH = 40;

/** Asks for paper, marking and content, shows the sheet as it will be, and prints it. */
export default function PrintDialog({ chart, onClose }: PrintDialogProps) {
  const services = useServices();
  const language = useLanguage();
  const words = pictureWords[language];
  const { tierName } = exportWords[language];
  const [content, setContent] = useState<Content>(chart ? 'both' : 'map');
  const [size, setSize] = useState<PaperSize>('A4');
  const [orientation, setOrientation] = useState<PaperOrientation>(chart ? 'portrait' : 'landscape');
  const [tier, setTier] = useState<ExportTier>('internal');
  const [secrecy, setSecrecy] = useState<Secrecy>('none');
  const [stamp, setStamp] = useState('');
  const [title, setTitle] = useState<string | null>(null);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const [isPrinting, setPrinting] = useState(false);

  const refusal =
    content === 'map' || !chart || tier === 'internal'
      ? null
      : tier === 'public'
        ? words.chartIsNotPublic
        : chart.isInternal
          ? words.chartIsInternal
          : null;
  const hasMap = content !== 'chart';
  // What was still being reckoned when the dialog opened comes to the map, and to what is said of it.
  const shown = useObservable(services.shownMap);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read from what is shown
  const made = useMemo(
    () => makeSheetFacts(services, { language, theme: 'light', tier }),
    [services, language, tier, shown],
  );
  const facts = made && { ...made, title: title?.trim() || made.title };
  const { mapRef, map, isDrawing, isWhole, hasFailed, redraw } = useSheetMap({ isWanted: hasMap, tier, language });

  // The dialog opens over the chart, which is drawn: its picture is taken once.
  useEffect(() => {
    if (!chart) return undefined;
    let isWanted = true;
    void frameChart(chart, { words, facts: null }).then((drawn) => isWanted && setSvg(drawn));
    return () => {
      isWanted = false;
    };
  }, [chart, words]);

  const finish = useCallback((): void => setPrinting(false), []);
  const shownChart = content === 'map' || refusal !== null ? null : svg;
  const isReady =
    facts !== null &&
    refusal === null &&
    (!hasMap || (map.url !== null && !isDrawing)) &&
    (content === 'map' || svg !== null);
  const sheet: PrintSheetProps | null = facts && {
    language,
    facts,
    map: hasMap ? map : null,
    chart: shownChart,
    secrecy,
    stamp,
  };
  return (
    <Dialog
      title={words.title}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => setPrinting(true)}>
            {words.printNow}
          </Button>
        </>
      }
    >
      <div className="gr-PrintDialog">
        <div className="gr-Stack">
          {chart && (
            <SegmentedControl
              label={words.content}
              segments={CONTENTS.map((id) => ({ id, title: words.contents[id] }))}
              value={content}
              onChange={setContent}
            />
          )}
          <SegmentedControl
            label={words.paper}
            segments={PAPER_SIZES.map((id) => ({ id, title: id }))}
            value={size}
            onChange={setSize}
          />
          <SegmentedControl
            label={words.orientation}
            segments={PAPER_ORIENTATIONS.map((id) => ({ id, title: words.orientations[id] }))}
            value={orientation}
            onChange={setOrientation}
          />
          <TextField
            label={words.heading}
            value={title ?? made?.title ?? ''}
            onChange={setTitle}
            maxLength={TITLE_LENGTH}
            isMultiline
          />
          <Select
            label={words.tier}
            options={EXPORT_TIERS.map((id) => ({ id, title: tierName[id], detail: words.tierHints[id] }))}
            value={tier}
            onChange={setTier}
            hint={words.tierHints[tier]}
          />
          <Select
            label={words.secrecy}
            options={SECRECIES.map((id) => ({ id, title: words.secrecies[id] }))}
            value={secrecy}
            onChange={setSecrecy}
            hint={words.secrecyHint}
          />
          <TextField
            label={words.stamp}
            value={stamp}
            onChange={setStamp}
            maxLength={STAMP_LENGTH}
            hint={words.stampHint}
          />
          <p className="gr-muted gr-small">{words.browserPrint}</p>
        </div>
        <div className="gr-PrintDialog-preview">
          {refusal && <InlineMessage tone="warn" title={refusal} isLive />}
          {hasMap && isDrawing && <ProgressBar label={words.drawing} share={null} />}
          {hasMap && (hasFailed || !isWhole) && !isDrawing && (
            <>
              <InlineMessage
                tone={hasFailed ? 'error' : 'warn'}
                title={hasFailed ? words.noMap : words.unfinished}
                {...(hasFailed ? { remedy: words.noMapRemedy } : {})}
                isLive
              />
              <Button onPress={redraw}>{words.redraw}</Button>
            </>
          )}
          {sheet && (
            <PaperPreview label={words.preview} size={size} orientation={orientation}>
              <PrintSheet {...sheet} mapRef={mapRef} />
            </PaperPreview>
          )}
        </div>
      </div>
      {sheet && isPrinting && (
        <Paper size={size} orientation={orientation} onDone={finish}>
          <PrintSheet {...sheet} />
        </Paper>
      )}
    </Dialog>
  );
}
