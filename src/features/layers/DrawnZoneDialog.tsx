import './layers.css';
import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n';
import { Button, Dialog, InlineMessage, Switch, TextField } from '../../ui';
import { checkRing } from './checkRing';

export interface DrawnZoneDialogProps {
  /** The points of the finished sketch, closed or not; null: nothing to ask. */
  readonly points: readonly (readonly [lng: number, lat: number])[] | null;
  /** Names of the layers that are there: the offered name is another one. */
  readonly takenNames: readonly string[];
  /** The ring is closed and counter-clockwise; `isZone`: whether it is to flag incidents from the start. */
  readonly onSave: (name: string, ring: [number, number][], isZone: boolean) => void;
  /** Drops the sketch and draws again. */
  readonly onRedraw: () => void;
  /** Drops the sketch. */
  readonly onDiscard: () => void;
}

/** Asks for a name when a polygon has been drawn, or says why it cannot be a zone. */
export function DrawnZoneDialog({ points, ...ask }: DrawnZoneDialogProps) {
  if (!points) return null;
  const checked = checkRing(points);
  return checked.ok ? (
    <SaveDialog ring={checked.value} {...ask} />
  ) : (
    <RefusedDialog problem={checked.problem} {...ask} />
  );
}

type Asking = Omit<DrawnZoneDialogProps, 'points'>;

function SaveDialog({ ring, takenNames, onSave, onDiscard }: Asking & { readonly ring: [number, number][] }) {
  const { layers: words } = useMessages();
  const format = useFormat();
  const [name, setName] = useState(() => freeName(takenNames, (n) => words.drawnName(format.count(n))));
  const [isZone, setIsZone] = useState(true);
  const clean = name.normalize('NFC').trim();
  const corners = ring.length - 1;
  const save = (): void => {
    if (clean !== '') onSave(clean, ring, isZone);
  };
  return (
    <Dialog
      title={words.drawnTitle}
      isOpen
      onClose={onDiscard}
      size="small"
      mustAnswer
      footer={
        <>
          <Button onPress={onDiscard}>{words.drawnDiscard}</Button>
          <Button variant="primary" onPress={save} isDisabled={clean === ''}>
            {words.drawnSave}
          </Button>
        </>
      }
    >
      <form
        className="gr-LayerForm"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{words.drawnPoints(corners, format.count(corners))}</p>
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={120}
          error={clean === '' ? words.nameMissing : null}
        />
        <Switch isSelected={isZone} onChange={setIsZone}>
          {words.drawnZone}
        </Switch>
      </form>
    </Dialog>
  );
}

type Problem = Extract<ReturnType<typeof checkRing>, { ok: false }>['problem'];

function RefusedDialog({ problem, onRedraw, onDiscard }: Asking & { readonly problem: Problem }) {
  const { layers: words } = useMessages();
  return (
    <Dialog
      title={words.ringTitle}
      isOpen
      onClose={onDiscard}
      size="small"
      mustAnswer
      role="alertdialog"
      footer={
        <>
          <Button onPress={onDiscard}>{words.drawnDiscard}</Button>
          <Button variant="primary" onPress={onRedraw} autoFocus>
            {words.drawnRedraw}
          </Button>
        </>
      }
    >
      <InlineMessage tone="error" title={words.ring[problem]} />
    </Dialog>
  );
}

/** The first of the numbered names that no layer has. */
function freeName(taken: readonly string[], nameOf: (number: number) => string): string {
  const names = new Set(taken);
  let number = 1;
  while (names.has(nameOf(number))) number += 1;
  return nameOf(number);
}
