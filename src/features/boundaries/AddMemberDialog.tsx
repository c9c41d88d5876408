import { useState } from 'react';
import { type Member, matchesFolded, type UnitCode } from '../../domain';
import { useMessages } from '../../i18n';
import { Button, Dialog, InlineMessage, RadioGroup, SegmentedControl, TextField } from '../../ui';

export interface AddMemberDialogProps {
  /** Of the edition shown. */
  readonly units: readonly { readonly code: UnitCode; readonly name: string; readonly within: string }[];
  readonly editionName: string;
  readonly today: string;
  /** Gives null when it was done, else what is wrong, in words. */
  readonly onAdd: (member: {
    readonly kind: Member['kind'];
    readonly name: string;
    readonly unitCode: UnitCode;
    readonly from: string;
  }) => Promise<string | null>;
  readonly onClose: () => void;
}

const SHOWN = 6;

/** Takes a unit, or an organisation inside one, into the cluster. */
export function AddMemberDialog({ units, editionName, today, onAdd, onClose }: AddMemberDialogProps) {
  const { boundaries, common } = useMessages();
  const [kind, setKind] = useState<Member['kind']>('unit');
  const [query, setQuery] = useState('');
  const [code, setCode] = useState<UnitCode | null>(null);
  const [name, setName] = useState('');
  const [from, setFrom] = useState(today);
  const [wrong, setWrong] = useState<string | null>(null);
  const found = query.trim() === '' ? [] : units.filter((unit) => matchesFolded(unit.name, query)).slice(0, SHOWN);
  const chosen = found.find((unit) => unit.code === code) ?? (found.length === 1 ? found[0] : undefined);
  const add = (): void => {
    if (!chosen) {
      setWrong(boundaries.chooseUnit);
      return;
    }
    onAdd({ kind, name: kind === 'unit' ? chosen.name : name, unitCode: chosen.code, from }).then(
      (problem) => (problem === null ? onClose() : setWrong(problem)),
      (error: unknown) => setWrong(String(error)),
    );
  };
  return (
    <Dialog
      title={boundaries.addMember}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={add}>
            {boundaries.addMember}
          </Button>
        </>
      }
    >
      <div className="gr-Section">
        <SegmentedControl
          label={boundaries.memberKind}
          segments={[
            { id: 'unit', title: boundaries.neighbourUnit },
            { id: 'organisation', title: boundaries.organisation },
          ]}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={kind === 'unit' ? boundaries.findUnit : boundaries.findHome}
          hint={boundaries.findUnitHint(editionName)}
          value={query}
          onChange={(next) => {
            setQuery(next);
            setWrong(null);
          }}
          autoFocus
        />
        {found.length > 0 && (
          <RadioGroup
            label={boundaries.neighbourUnit}
            options={found.map((unit) => ({ id: unit.code, title: unit.name, hint: unit.within }))}
            value={(chosen?.code ?? '') as UnitCode}
            onChange={setCode}
          />
        )}
        {query.trim() !== '' && found.length === 0 && <p className="gr-muted">{boundaries.noSuchUnit}</p>}
        {kind === 'organisation' && (
          <TextField label={boundaries.organisationName} value={name} onChange={setName} maxLength={200} />
        )}
        <TextField label={boundaries.firstDay} type="date" value={from} onChange={setFrom} />
        {wrong && <InlineMessage tone="error" title={wrong} isLive />}
      </div>
    </Dialog>
  );
}
