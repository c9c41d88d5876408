import { useState } from 'react';
import { v7 } from 'uuid';
import { addLayer, replaceLayerContent } from '../../../commands';
import type { Degrees, Layer, LayerId } from '../../../domain';
import { DRAWN_CLASSES, type DrawnClass } from '../../../formats/roads/drawnWay';
import { useMessages } from '../../../i18n';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Dialog, InlineMessage, Select, TextField } from '../../../ui';
import { startPatrolWorker } from '../../../workers/patrolClient';
import { useServices } from '../../services';
import { ROAD_STYLE } from './RoadsDialog';
import { useSaving } from './useRecords';

const CLASSES = Object.keys(DRAWN_CLASSES) as DrawnClass[];

export interface DrawnRoadDialogProps {
  readonly line: readonly Degrees[];
  /** The network it joins; null: a new one. */
  readonly layer: Layer | null;
  readonly onClose: () => void;
}

/** Puts a way that was drawn into a network. */
export function DrawnRoadDialog({ line, layer, onClose }: DrawnRoadDialogProps) {
  const { store, crash } = useServices();
  const { common } = useMessages();
  const words = useWords(roadsWords);
  const saving = useSaving();
  const setPatrols = useSession((session) => session.setPatrols);
  const [name, setName] = useState('');
  const [roadClass, setRoadClass] = useState<DrawnClass>('unclassified');
  const [wrong, setWrong] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const add = async (): Promise<string | null> => {
    const content = layer ? ((await store.readLayerContent(layer.contentId)) ?? null) : null;
    // A network of which nothing is known is not replaced by a single way.
    if (layer && !content) return words.networkUnreadable(layer.name);
    const worker = startPatrolWorker(crash.set);
    try {
      const made = await worker.api.roads.draw(content?.geojson ?? null, { line, roadClass, name: name.trim() });
      if (made === null) return words.drawnTooShort;
      const { geojson, featureCount, bbox, lengthKm, mainShare } = made;
      const layers = store.layers.getSnapshot();
      const roads = { dataDay: null, attribution: '', ...layer?.roads, lengthKm, mainShare };
      const fields = { contentId: v7(), geojson, featureCount, bbox, roads };
      const id = layer?.id ?? (v7() as LayerId);
      const problem = await saving(
        layer
          ? replaceLayerContent({ layers, content }, { id, ...fields })
          : addLayer({ layers }, { id, ...fields, name: words.drawnName, geometry: 'line', style: ROAD_STYLE }),
        { command: 'drawRoad', done: words.drawn },
      );
      if (problem === null) setPatrols({ ways: id });
      return problem;
    } catch (error) {
      console.error(error);
      return words.networkUnreadable(layer?.name ?? words.drawnName);
    } finally {
      worker.end();
    }
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    setWrong(null);
    try {
      const problem = await add();
      setWrong(problem);
      if (problem === null) onClose();
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog
      title={words.draw}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={() => void save()} isDisabled={isSaving}>
            {words.keepDrawn}
          </Button>
        </>
      }
    >
      <div className="gr-Stack">
        <Select
          label={words.drawnClass}
          options={CLASSES.map((id) => ({ id, title: words.className[id] }))}
          value={roadClass}
          onChange={setRoadClass}
        />
        <TextField label={words.roadName} value={name} onChange={setName} maxLength={120} />
        <p className="gr-muted">{words.drawNote}</p>
        {wrong && <InlineMessage tone="error" title={wrong} />}
      </div>
    </Dialog>
  );
}
