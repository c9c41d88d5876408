import {
  type BorderIndex,
  type BorderNetwork,
  indexBorderNetwork,
  indexUnits,
  type UnitCollection,
  type UnitIndex,
} from '../../../src/geo';

export function borderIndexOf(network: BorderNetwork, capM: number): BorderIndex {
  const index = indexBorderNetwork(network, { capM });
  if (!index.ok) throw new Error(JSON.stringify(index.problem));
  return index.value;
}

export function unitIndexOf(units: UnitCollection): UnitIndex {
  const index = indexUnits(units);
  if (!index.ok) throw new Error(JSON.stringify(index.problem));
  return index.value;
}
