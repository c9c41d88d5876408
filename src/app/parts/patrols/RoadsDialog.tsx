import { useEffect, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { addLayer } from '../../../commands';
import type { LayerId, PlainDate } from '../../../domain';
import { OSM_ATTRIBUTION, RoadReportView } from '../../../features/patrols';
import { useFormat, useMessages } from '../../../i18n';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Checkbox, Dialog, InlineMessage, ProgressBar, TextField } from '../../../ui';
import { workerCallback } from '../../../workers/client';
import { startPatrolWorker } from '../../../workers/patrolClient';
import type { ReadNetwork } from '../../../workers/roadTasks';
import { useServices } from '../../services';
import { useView } from '../../wiring/useView';
import { clusterBox } from './clusterBox';
import { describeRoadProblem } from './describeRoadProblem';
import { useSaving } from './useRecords';

/** Thin and grey: a ground to plan on, below what it is about. */
export const ROAD_STYLE = { color: '#707b7b', opacity: 0.7, widthPx: 1 };

type Reading =
  | { readonly stage: 'reading'; readonly done: number; readonly all: number }
  | { readonly stage: 'refused'; readonly title: string; readonly detail: string }
  | { readonly stage: 'read'; readonly network: ReadNetwork };

const START: Reading = { stage: 'reading', done: 0, all: 0 };

export interface RoadsDialogProps {
  readonly file: File;
  readonly onClose: () => void;
}

/** Reads a file of roads, tells what is in it, and keeps it as a layer. */
export function RoadsDialog({ file, onClose }: RoadsDialogProps) {
  const { store, crash } = useServices();
  const messages = useMessages();
  const words = useWords(roadsWords);
  const format = useFormat();
  const saving = useSaving();
  const setPatrols = useSession((session) => session.setPatrols);
  const info = useView('info');
  const members = useView('members');
  /** The area of the cluster; null where it has none. */
  const box = useMemo(() => clusterBox(info, members), [info, members]);
  const isKnown = info !== null;
  const [isNear, setNear] = useState(true);
  const [reading, setReading] = useState(START);
  const [name, setName] = useState(file.name.replace(/(\.osm)?\.[^.]+$/, ''));
  const [wrong, setWrong] = useState<string | null>(null);
  const said = useRef({ messages, words, format });
  said.current = { messages, words, format };

  useEffect(() => {
    let isCurrent = true;
    setReading(START);
    // What lies near the cluster is known once the boundaries are read.
    if (!isKnown) return undefined;
    const refuse = (title: string, detail: string): void => {
      if (isCurrent) setReading({ stage: 'refused', title, detail });
    };
    const worker = startPatrolWorker((detail) => {
      crash.set(detail);
      refuse(said.current.words.reckonFailed, detail);
    });
    const onProgress = workerCallback((done: number, all: number): void => {
      // What is told on the way may come after the end.
      if (isCurrent) setReading((now) => (now.stage === 'reading' ? { stage: 'reading', done, all } : now));
    });
    worker.api.roads.read(file, { name: file.name, box: isNear ? box : null }, onProgress).then(
      (read) => {
        if (!isCurrent) return;
        if (read.ok) setReading({ stage: 'read', network: read.value });
        else {
          const { title, detail, remedy } = describeRoadProblem(said.current, read.problem);
          refuse(title, [detail, remedy].filter(Boolean).join(' '));
        }
        worker.end();
      },
      (error: unknown) => refuse(said.current.words.problem.unreadableSource(file.name, '0').title, String(error)),
    );
    return () => {
      isCurrent = false;
      worker.end();
    };
  }, [file, box, isNear, isKnown, crash]);

  const keep = async ({ report, geojson, bbox }: ReadNetwork): Promise<void> => {
    const id = v7() as LayerId;
    const planned = addLayer(
      { layers: store.layers.getSnapshot() },
      {
        id,
        contentId: v7(),
        name,
        geometry: 'line',
        style: ROAD_STYLE,
        geojson,
        featureCount: report.ways,
        bbox,
        roads: {
          dataDay: report.date ? (report.date.slice(0, 10) as PlainDate) : null,
          attribution: report.attribution ? OSM_ATTRIBUTION : '',
          lengthKm: report.lengthKm,
          mainShare: report.components.largestShare,
        },
      },
    );
    const problem = await saving(planned, { command: 'addRoads', done: words.kept(name) });
    setWrong(problem);
    if (problem !== null) return;
    setPatrols({ ways: id });
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{messages.common.cancel}</Button>
          {reading.stage === 'read' && (
            <Button variant="primary" onPress={() => void keep(reading.network)} isDisabled={name.trim() === ''}>
              {words.keep}
            </Button>
          )}
        </>
      }
    >
      <div className="gr-Stack">
        <p className="gr-muted">{file.name}</p>
        {box && (
          <Checkbox isSelected={isNear} onChange={setNear}>
            {words.onlyNear}
          </Checkbox>
        )}
        {reading.stage === 'reading' && (
          <ProgressBar label={words.reading} share={reading.all > 0 ? reading.done / reading.all : null} />
        )}
        {reading.stage === 'refused' && <InlineMessage tone="error" title={reading.title} detail={reading.detail} />}
        {reading.stage === 'read' && (
          <>
            <TextField
              label={words.name}
              value={name}
              onChange={setName}
              maxLength={120}
              error={name.trim() === '' ? words.nameMissing : wrong}
            />
            <RoadReportView report={reading.network.report} />
          </>
        )}
      </div>
    </Dialog>
  );
}
