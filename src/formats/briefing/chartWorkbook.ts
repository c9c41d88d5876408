import { boldCell, makeWorkbookWriter, plainCell } from '../out/xlsxWriter';
import { chartDigits, chartValues } from './chartPart';
import { cleanLine } from './cleanText';
import type { DeckChart } from './deck';

/** The numbers behind a chart, where Office looks for them when it is edited. */
export async function chartWorkbook(chart: DeckChart): Promise<Uint8Array<ArrayBuffer>> {
  const digits = chartDigits(chart);
  const columns = chart.series.map(({ values }) => chartValues(chart, values, digits));
  const workbook = makeWorkbookWriter();
  await workbook.beginSheet('Sheet1', [24, ...chart.series.map(() => 14)], false);
  await workbook.write([[plainCell(''), ...chart.series.map(({ name }) => boldCell(cleanLine(name)))]]);
  await workbook.write(
    chart.categories.map((name, row) => [
      plainCell(cleanLine(name)),
      ...columns.map((values) => plainCell(values[row]!, digits)),
    ]),
  );
  return new Uint8Array(await (await workbook.finish()).arrayBuffer());
}
