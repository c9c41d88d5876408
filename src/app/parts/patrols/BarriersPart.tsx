import { MapPinPlus, Spline, Trash2, Waves } from 'lucide-react';
import type { RefObject } from 'react';
import { v7 } from 'uuid';
import { addLayer, addPlace, removePlace, setLayerBarrier } from '../../../commands';
import type { LayerId, PlaceId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { Button, Checkbox, Disclosure, IconButton, InlineMessage } from '../../../ui';
import { useServices } from '../../services';
import { drawLine } from '../../wiring/drawLine';
import { pickPosition } from '../../wiring/pickPosition';
import { readReferenceFile } from '../../wiring/referenceFiles';
import { useActions } from '../../wiring/useActions';
import { useObservable } from '../../wiring/useObservable';
import { lineLayer } from './lineLayer';
import type { ChosenWays } from './useWays';

const BARRIER_STYLE = { color: '#297bcc', opacity: 0.9, widthPx: 3 };
/** A bridge is passed within this of where it was marked. */
const CROSSING_M = 50;

export interface BarriersPartProps {
  readonly ways: ChosenWays;
  readonly mapRef: RefObject<MapHandle | null>;
}

/** What straight lines may not cross, and where they may. */
export function BarriersPart({ ways, mapRef }: BarriersPartProps) {
  const { store } = useServices();
  const words = useWords(roadsWords);
  const format = useFormat();
  const actions = useActions();
  const layers = useObservable(store.layers);
  const places = useObservable(store.places);
  const { barriers, crossings } = ways;
  const lines = layers.filter(({ geometry, roads }) => geometry === 'line' && !roads);
  const hasRivers = layers.some(({ name, isBarrier }) => isBarrier && name === words.riversName);
  const addLines = (name: string, geojson: string, done: string): Promise<boolean> =>
    actions.apply(
      addLayer(
        { layers: store.layers.getSnapshot() },
        {
          ...lineLayer(geojson),
          id: v7() as LayerId,
          contentId: v7(),
          name,
          style: BARRIER_STYLE,
          isBarrier: true,
        },
      ),
      { command: 'addBarrier' },
      done,
    );
  const drawBarrier = async (): Promise<void> => {
    const line = await drawLine();
    if (!line) return;
    let name = words.newBarrier;
    for (let i = 2; layers.some((layer) => layer.name === name); i += 1) name = `${words.newBarrier} ${i}`;
    const geometry = { type: 'LineString', coordinates: line };
    const features = [{ type: 'Feature', properties: { name }, geometry }];
    await addLines(name, JSON.stringify({ type: 'FeatureCollection', features }), words.barrierAdded(name));
  };
  const addRivers = async (): Promise<void> => {
    const geojson = await readReferenceFile(store, 'river-lines');
    await addLines(words.riversName, geojson, words.riversAdded);
  };
  const addCrossing = async (): Promise<void> => {
    const picked = await pickPosition();
    if (!picked) return;
    const taken = new Set(places.map(({ name }) => name));
    let number = crossings.length + 1;
    while (taken.has(words.crossingName(format.count(number)))) number += 1;
    const name = words.crossingName(format.count(number));
    await actions.apply(
      addPlace(
        { places },
        {
          id: v7() as PlaceId,
          fields: { name, lng: picked.lng, lat: picked.lat, accuracyM: CROSSING_M, isCrossing: true },
        },
      ),
      { command: 'addCrossing' },
      words.crossingAdded(name),
    );
  };
  return (
    <Disclosure title={words.barriersTitle} level={2} defaultOpen>
      <div className="gr-Stack">
        <p className="gr-muted">{words.barriersNote}</p>
        {barriers.length === 0 && <InlineMessage tone="info" title={words.barriersEmpty} />}
        {lines.map(({ id, name, isBarrier }) => (
          <Checkbox
            key={id}
            isSelected={isBarrier ?? false}
            onChange={(next) =>
              void actions.apply(setLayerBarrier({ layers }, { id, isBarrier: next }), { command: 'setBarrier' })
            }
          >
            {words.asBarrier(name)}
          </Checkbox>
        ))}
        {!hasRivers && (
          <div>
            <Button icon={Waves} onPress={() => void addRivers()}>
              {words.addRivers}
            </Button>
          </div>
        )}
        <div>
          <Button icon={Spline} onPress={() => void drawBarrier()}>
            {words.addBarrier}
          </Button>
        </div>
        <h3>{words.crossingsTitle}</h3>
        {crossings.length === 0 ? (
          <p className="gr-muted">{words.crossingsEmpty}</p>
        ) : (
          <ul className="gr-PlainList gr-Records" aria-label={words.crossingsTitle}>
            {crossings.map((place) => (
              <li key={place.id}>
                <span className="gr-Records-name">
                  <Button
                    variant="quiet"
                    onPress={() => mapRef.current?.flyTo({ lng: place.lng, lat: place.lat, zoom: 15 })}
                  >
                    {place.name}
                  </Button>
                </span>
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={words.removeCrossing(place.name)}
                  onPress={() =>
                    void actions.apply(
                      removePlace({ place }),
                      { command: 'removePlace' },
                      words.crossingRemoved(place.name),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button icon={MapPinPlus} onPress={() => void addCrossing()}>
            {words.addCrossing}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
