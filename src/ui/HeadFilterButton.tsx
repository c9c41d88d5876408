import { Filter } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { HeadFilter } from './dataTableTypes';

/** The button in a head that opens the filter of its column. */
export function HeadFilterButton({ filter }: { readonly filter: HeadFilter }) {
  const { label, isOn, content } = filter;
  return (
    <span className="gr-HeadFilter">
      <DialogTrigger>
        <Button aria-label={label} className="gr-HeadFilter-button" {...(isOn ? { 'data-on': true } : {})}>
          <Filter aria-hidden size={14} fill={isOn ? 'currentColor' : 'none'} />
        </Button>
        <Popover className="gr-Popover" data-blocks-commands="" offset={4} placement="bottom start">
          <Dialog aria-label={label} className="gr-HeadFilter-dialog">
            {() => content()}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
