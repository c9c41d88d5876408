import { CircleHelp, FileUp, Spline } from 'lucide-react';
import { useRef, useState } from 'react';
import { DETOUR_FACTOR } from '../../../analysis/patrols/straightPlanWays';
import type { Degrees, LayerId } from '../../../domain';
import { RoadHelp } from '../../../features/patrols';
import { useFormat } from '../../../i18n';
import { roadsWords } from '../../../i18n/roadsWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, RadioGroup } from '../../../ui';
import { drawLine } from '../../wiring/drawLine';
import { useView } from '../../wiring/useView';
import { BarriersPart } from './BarriersPart';
import { clusterBox } from './clusterBox';
import { DrawnRoadDialog } from './DrawnRoadDialog';
import { ReachPart, type ReachPartProps } from './ReachPart';
import { RoadsDialog } from './RoadsDialog';
import { SpeedsPart } from './SpeedsPart';
import { useWays } from './useWays';

const ACCEPT = '.pbf,.osm,.xml,.json,.geojson,.gpx';
const STRAIGHT = 'straight';
/** Where the cluster has no land, the query is of nowhere and the user puts in the area. */
const NOWHERE = 'S,W,N,E';

/** By what ways plans are made: networks of roads, or straight lines with what bars them. */
export function WaysView({ records, mapRef }: ReachPartProps) {
  const words = useWords(roadsWords);
  const format = useFormat();
  const info = useView('info');
  const members = useView('members');
  const setPatrols = useSession((session) => session.setPatrols);
  const ways = useWays();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [line, setLine] = useState<readonly Degrees[] | null>(null);
  const [isHelping, setHelping] = useState(false);
  const box = clusterBox(info, members);
  const { roads, networks } = ways;
  return (
    <div className="gr-Stack">
      <RadioGroup
        label={words.follow}
        options={[
          ...networks.map(({ id, name, roads: origin }) => ({
            id: id as string,
            title: name,
            hint: words.networkHint(
              format.decimal(origin?.lengthKm ?? 0, 0),
              format.percent(origin?.mainShare ?? 0),
              origin?.dataDay ? format.date(origin.dataDay) : '',
            ),
          })),
          {
            id: STRAIGHT,
            title: words.straight(format.decimal(DETOUR_FACTOR, 1)),
            hint: words.straightHint,
          },
        ]}
        value={roads?.id ?? STRAIGHT}
        onChange={(id) => setPatrols({ ways: id === STRAIGHT ? STRAIGHT : (id as LayerId) })}
      />
      <div className="gr-Actions">
        <Button
          icon={FileUp}
          variant={networks.length === 0 ? 'primary' : 'secondary'}
          onPress={() => input.current?.click()}
        >
          {words.add}
        </Button>
        <Button icon={CircleHelp} onPress={() => setHelping(true)}>
          {words.help}
        </Button>
      </div>
      <p className="gr-muted">{words.addHint}</p>
      <div>
        <Button icon={Spline} onPress={() => void drawLine().then(setLine)}>
          {words.draw}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        data-file="roads"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (chosen) setFile(chosen);
        }}
      />
      {roads ? <SpeedsPart layer={roads} records={records} /> : <BarriersPart ways={ways} mapRef={mapRef} />}
      <ReachPart records={records} mapRef={mapRef} />
      {file && <RoadsDialog key={`${file.name} ${file.lastModified}`} file={file} onClose={() => setFile(null)} />}
      {line && <DrawnRoadDialog line={line} layer={roads} onClose={() => setLine(null)} />}
      {isHelping && (
        <RoadHelp
          box={box ? [box[1], box[0], box[3], box[2]].map((value) => value.toFixed(3)).join(',') : NOWHERE}
          onClose={() => setHelping(false)}
        />
      )}
    </div>
  );
}
