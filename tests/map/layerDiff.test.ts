import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLayers, type LayerStep } from '../../src/map/layerDiff';
import { layersOf } from '../../src/map/style';
import type { Layer } from '../../src/map/styleState';
import { allVisible, styleState } from './styleState';

/** What a map would hold after the steps. */
function applySteps(from: readonly Layer[], steps: readonly LayerStep[]): Layer[] {
  const layers = from.map((layer) => structuredClone(layer) as Layer & Record<string, unknown>);
  const indexOf = (id: string | undefined): number => {
    if (id === undefined) return layers.length;
    const index = layers.findIndex((layer) => layer.id === id);
    if (index < 0) throw new Error(`no layer ${id}`);
    return index;
  };
  for (const step of steps) {
    if (step.do === 'remove') layers.splice(indexOf(step.id), 1);
    else if (step.do === 'add') layers.splice(indexOf(step.before), 0, structuredClone(step.layer) as never);
    else if (step.do === 'move') {
      const [layer] = layers.splice(indexOf(step.id), 1);
      layers.splice(indexOf(step.before), 0, layer!);
    } else {
      const layer = layers[indexOf(step.id)]! as Record<string, unknown>;
      if (step.do === 'filter') layer.filter = step.value;
      else layer[step.do] = { ...(layer[step.do] as object), [step.name]: step.value };
    }
  }
  return layers;
}

const plain = (layers: readonly Layer[]): unknown => JSON.parse(JSON.stringify(layers));

describe('from one list of layers to another', () => {
  it('takes no step when nothing changed', () => {
    expect(diffLayers(layersOf(styleState()), layersOf(styleState()))).toEqual([]);
  });

  it('changes the theme by paint alone', () => {
    const steps = diffLayers(layersOf(styleState()), layersOf(styleState({ theme: 'dark' })));
    expect(new Set(steps.map((step) => step.do))).toEqual(new Set(['paint']));
  });

  it('hides by layout alone', () => {
    const steps = diffLayers(
      layersOf(styleState()),
      layersOf(styleState({ visible: { ...allVisible, rivers: false } })),
    );
    expect(steps.map((step) => step.do === 'layout' && [step.id, step.name, step.value])).toEqual([
      ['river', 'visibility', 'none'],
      ['river-label', 'visibility', 'none'],
    ]);
  });

  it('moves a band by its width alone', () => {
    const at = (district: number) => layersOf(styleState({ zoneBands: { commune: 500, district, province: 1500 } }));
    const steps = diffLayers(at(1000), at(1100));
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ do: 'paint', id: 'zone-band-district', name: 'line-width' });
  });

  it('arrives, whatever comes, goes, moves and changes', () => {
    const layer = fc.record({ id: fc.constantFrom(...'abcdefgh'), color: fc.constantFrom('#111111', '#222222') });
    const list = fc.uniqueArray(layer, { selector: ({ id }) => id }).map((items) =>
      items.map(
        ({ id, color }): Layer => ({
          id,
          type: 'fill',
          source: 's',
          paint: { 'fill-color': color },
          filter: ['has', color],
        }),
      ),
    );
    fc.assert(
      fc.property(list, list, (from, to) => {
        expect(plain(applySteps(from, diffLayers(from, to)))).toEqual(plain(to));
      }),
      { numRuns: 500 },
    );
  });
});
