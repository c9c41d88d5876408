import { useState } from 'react';
import type { Cluster } from '../../domain';
import { useMessages } from '../../i18n';
import { Button, Dialog, TextField } from '../../ui';

export interface ClusterDialogProps {
  readonly cluster: Cluster;
  /** Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: (set: { readonly name: string; readonly agreedOn: string | null }) => Promise<string | null>;
  readonly onClose: () => void;
}

/** The cluster's name and the day of its agreement. */
export function ClusterDialog({ cluster, onSave, onClose }: ClusterDialogProps) {
  const { boundaries, common } = useMessages();
  const [name, setName] = useState(cluster.name);
  const [agreedOn, setAgreedOn] = useState<string>(cluster.agreedOn ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const save = (): void => {
    onSave({ name, agreedOn: agreedOn === '' ? null : agreedOn }).then(
      (problem) => (problem === null ? onClose() : setWrong(problem)),
      (error: unknown) => setWrong(String(error)),
    );
  };
  return (
    <Dialog
      title={boundaries.editCluster}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save}>
            {boundaries.saveCluster}
          </Button>
        </>
      }
    >
      <div className="gr-Section">
        <TextField
          label={boundaries.clusterName}
          value={name}
          onChange={setName}
          error={wrong}
          autoFocus
          maxLength={200}
        />
        <TextField label={boundaries.agreementDay} type="date" value={agreedOn} onChange={setAgreedOn} />
      </div>
    </Dialog>
  );
}
