import { useCallback } from 'react';
import { useView } from './useView';

/**
 * What a unit's code is called. A handling unit's code is of the edition in force at the time, so the other editions'
 * names are looked up through lineage before the bare code is shown.
 */
export function useUnitName(): (code: string) => string {
  const unitNames = useView('unitNames');
  return useCallback((code: string) => unitNames.get(code) ?? code, [unitNames]);
}
