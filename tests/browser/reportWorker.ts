import { fillReportTemplate } from '../../src/formats/briefing/fillReportTemplate';
import type { OfficialReport } from '../../src/formats/briefing/officialReport';
import { writeDocx } from '../../src/formats/briefing/writeDocx';
import { writeReportTemplate } from '../../src/formats/briefing/writeReportTemplate';

/** Writes a report both ways, where there is no page. */
self.onmessage = async ({ data }: MessageEvent<OfficialReport>): Promise<void> => {
  const report = await writeDocx(data);
  const filled = await fillReportTemplate(await writeReportTemplate(data.sections, 'Mẫu'), data);
  self.postMessage({ report, filled: filled.ok ? filled.value : null });
};
