/** Milliseconds of a clock: the only one of the pure layers. It may cut a search off, never steer it, so that the same seed gives the same steps. */
export const clock = (): number => Date.now();
