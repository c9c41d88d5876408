import type { IncidentColumns } from '../analysis/incidentColumns';

/**
 * Several incidents that a user chose in the table, remembered by what they are: so they stay chosen when the order
 * changes, and the page need not hold their ids.
 */
export function rememberChosen(columns: IncidentColumns) {
  let ids: readonly string[] = [];
  let mask: { readonly register: number; readonly isChosen: Uint8Array } | null = null;
  const slots = (): number[] => ids.flatMap((id) => columns.slotOf.get(id) ?? []);
  return {
    /** @param places  places in `order` */
    choose(order: Uint32Array, places: Uint32Array): void {
      // As the register holds them: neighbours are read and written together, however the table is sorted.
      ids = Array.from(places, (place) => columns.ids[order[place]!]!).sort();
      mask = null;
    },

    /** Adds one, or takes it away. @param besides  the one that is chosen alone so far, where there is one */
    toggle(id: string, besides: string | null): void {
      const before = ids.length > 0 || besides === null ? ids : [besides];
      const others = before.filter((other) => other !== id);
      ids = others.length < before.length ? others : [...others, id].sort();
      mask = null;
    },

    /** Lets go of those that an answer leaves out: nothing is done to what a user no longer sees. One that is left is not several. */
    keepWithin(order: Uint32Array): void {
      if (ids.length === 0) return;
      const isIn = new Uint8Array(columns.count);
      for (const slot of order) isIn[slot] = 1;
      const kept = ids.filter((id) => isIn[columns.slotOf.get(id) ?? -1] === 1);
      if (kept.length === ids.length) return;
      ids = kept.length > 1 ? kept : [];
      mask = null;
    },

    /** One byte per slot, of a state of the register; null where none is chosen. */
    mask(register: number): Uint8Array | null {
      if (ids.length === 0) return null;
      if (mask?.register !== register) {
        const isChosen = new Uint8Array(columns.count);
        for (const slot of slots()) isChosen[slot] = 1;
        mask = { register, isChosen };
      }
      return mask.isChosen;
    },

    /** Where they are in an order, ascending; those that it leaves out are left out. */
    places(order: Uint32Array): Uint32Array {
      if (ids.length === 0) return new Uint32Array(0);
      const isChosen = new Uint8Array(columns.count);
      for (const slot of slots()) isChosen[slot] = 1;
      const places: number[] = [];
      order.forEach((slot, place) => {
        if (isChosen[slot]) places.push(place);
      });
      return Uint32Array.from(places);
    },

    ids: (from: number, to: number): string[] => ids.slice(from, to),

    /** The box that holds those that have a position, [west, south, east, north]; null: none has. */
    bbox(): [number, number, number, number] | null {
      let box: [number, number, number, number] | null = null;
      for (const slot of slots()) {
        const lng = columns.positions[2 * slot]!;
        const lat = columns.positions[2 * slot + 1]!;
        if (Number.isNaN(lng)) continue;
        box = box
          ? [Math.min(box[0], lng), Math.min(box[1], lat), Math.max(box[2], lng), Math.max(box[3], lat)]
          : [lng, lat, lng, lat];
      }
      return box;
    },
  };
}
