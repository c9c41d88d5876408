import { useEffect, useState } from 'react';
import type { EditionUnits } from '../../analysis/import';
import { type Services, useServices } from '../services';
import { EDITIONS, readReferenceFile } from './referenceFiles';

export interface KnownEdition extends EditionUnits {
  /** The text of its layer file. */
  readonly text: string;
}

/** The units of all editions by name, oldest first. */
export function readEditionUnits({ store, border }: Pick<Services, 'store' | 'border'>): Promise<KnownEdition[]> {
  return Promise.all(
    EDITIONS.map(async ({ file }) => {
      const text = await readReferenceFile(store, file);
      return { ...(await border.worker.api.border.namesOf(text)), text };
    }),
  );
}

/** The same, kept; null until they are read. */
export function useEditionUnits(): readonly KnownEdition[] | null {
  const { store, border, crash } = useServices();
  const [editions, setEditions] = useState<readonly KnownEdition[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const found = await readEditionUnits({ store, border });
      if (isCurrent) setEditions(found);
    };
    look().catch((error: unknown) => crash.set(String(error)));
    return () => {
      isCurrent = false;
    };
  }, [store, border, crash]);
  return editions;
}
