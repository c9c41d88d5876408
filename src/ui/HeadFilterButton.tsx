import { Filter } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { HeadFilter } from './dataTableTypes';

/** What is pressed and typed in the filter is not meant for the grid that it belongs to. */
const keepHere = (event: SyntheticEvent): void => event.stopPropagation();

/** The button in a head that opens the filter of its column. */
export function HeadFilterButton({ filter }: { readonly filter: HeadFilter }) {
  const { label, isOn, content } = filter;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: no control, it only keeps events to itself
    <span className="gr-HeadFilter" onKeyDown={keepHere} onPaste={keepHere}>
      <DialogTrigger>
        <Button aria-label={label} className="gr-HeadFilter-button" {...(isOn ? { 'data-on': true } : {})}>
          <Filter aria-hidden size={14} fill={isOn ? 'currentColor' : 'none'} />
        </Button>
        <Popover className="gr-Popover" offset={4} placement="bottom start">
          <Dialog aria-label={label} className="gr-HeadFilter-dialog">
            {() => content()}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
