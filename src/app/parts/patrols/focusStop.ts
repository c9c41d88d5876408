import type { TaskId } from '../../../domain';

/** A stop of a route, else (null) the title of the route. */
export interface FocusWish {
  readonly of: string;
  readonly taskId: TaskId | null;
}

/** Puts the focus on the menu of a stop; where it is not there on the title of its route, else on the first route. */
export function focusStop(holder: HTMLElement, { of, taskId }: FocusWish): void {
  const find = (selector: string, isWanted: (element: HTMLElement) => boolean): HTMLElement | undefined =>
    [...holder.querySelectorAll<HTMLElement>(selector)].find(isWanted);
  const row = find('tr[data-stop]', ({ dataset }) => dataset.stop === `${of} ${taskId}`);
  const route = find('[data-route]', ({ dataset }) => dataset.route === of);
  const next =
    row?.querySelector<HTMLElement>('td:last-child button') ??
    (route ?? holder).querySelector<HTMLElement>('.gr-Disclosure-button');
  next?.focus();
}
