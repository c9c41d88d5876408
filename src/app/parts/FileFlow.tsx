import { type ReactNode, type Ref, useImperativeHandle } from 'react';

export interface FileFlowHandle {
  readonly chooseIncidents: () => void;
  readonly chooseLayer: () => void;
  readonly exportShown: (format: 'csv' | 'geojson') => void;
}

export function FileFlow({ ref, children }: { readonly ref: Ref<FileFlowHandle>; readonly children: ReactNode }) {
  useImperativeHandle(ref, () => ({ chooseIncidents: () => {}, chooseLayer: () => {}, exportShown: () => {} }), []);
  return children;
}
