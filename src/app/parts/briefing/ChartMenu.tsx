import { FileImage, Image, ImageDown, Printer } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLanguage } from '../../../i18n';
import { pictureWords } from '../../../i18n/pictureWords';
import { useWords } from '../../../i18n/useWords';
import { IconButton, Menu } from '../../../ui';
import type { ChartPicture } from '../../briefing/chartPicture';
import { saveChartPicture } from '../../briefing/savePictures';
import { useServices } from '../../services';

const PrintDialog = lazy(() => import('./PrintDialog'));

/** What can be done with a chart: saved as a picture, or printed beside the map. */
export function ChartMenu({ chart }: { readonly chart: ChartPicture }) {
  const words = useWords(pictureWords);
  const services = useServices();
  const language = useLanguage();
  const { exhibits } = services;
  useEffect(() => exhibits.add(() => ({ kind: 'chart', chart })), [exhibits, chart]);
  const save = (format: 'svg' | 'png') => () => void saveChartPicture(services, { language, chart, format });
  const [isPrinting, setPrinting] = useState(false);
  const label = words.menu(chart.title);
  return (
    <>
      <Menu
        label={label}
        groups={[
          {
            id: 'pictures',
            entries: [
              { id: 'png', title: words.savePng, icon: Image, onAction: save('png') },
              { id: 'svg', title: words.saveSvg, icon: FileImage, onAction: save('svg') },
              { id: 'print', title: words.print, icon: Printer, onAction: () => setPrinting(true) },
            ],
          },
        ]}
        trigger={<IconButton label={label} icon={ImageDown} size="small" />}
      />
      {isPrinting && (
        <Suspense>
          <PrintDialog chart={chart} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  );
}
