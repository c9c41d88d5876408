import { afterEach, expect, it } from 'vitest';
import { useUserLayers } from '../../src/app/wiring/useUserLayers';
import type { Layer } from '../../src/domain';
import type { UserMapLayer } from '../../src/map/types';
import { eventually } from './support/eventually';
import { clear, show } from './uiSupport';

afterEach(clear);

const layer = (id: string): Layer =>
  ({ id, contentId: `content-${id}`, geometry: 'line', style: {}, isVisible: true }) as unknown as Layer;

const readContent = async (contentId: string) => ({ geojson: `{"of":"${contentId}"}` });

let shown: readonly UserMapLayer[] = [];
function Probe({ layers }: { readonly layers: readonly Layer[] }) {
  shown = useUserLayers(layers, readContent);
  return null;
}
const textAt = async (url: unknown): Promise<string> => (await fetch(url as string)).text();

it('lets go of the features of a removed layer, and has them again when it is back', async () => {
  const [a, b] = [layer('a'), layer('b')];
  show(<Probe layers={[a, b]} />);
  await eventually(() => expect(shown).toHaveLength(2));
  const [first, second] = shown.map(({ data }) => data);
  expect(await textAt(first)).toContain('content-a');

  show(<Probe layers={[b]} />);
  await eventually(() => expect(shown.map(({ id }) => id)).toEqual(['b']));
  await eventually(() => expect(textAt(first)).rejects.toThrow());
  expect(await textAt(second)).toContain('content-b');

  show(<Probe layers={[a, b]} />);
  await eventually(() => expect(shown).toHaveLength(2));
  expect(await textAt(shown[0]?.data)).toContain('content-a');
  expect(shown[1]?.data).toBe(second);
});
