import type { TravelMode } from '../../domain';

/** km/h along what is watched: slow enough to look; estimates. */
export const WATCHING_KMH: Readonly<Record<TravelMode, number>> = { foot: 4, bicycle: 10, motorbike: 15, car: 15 };
