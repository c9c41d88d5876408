/**
 * 1 for true, 0 for false, without a branch: where the answer is a matter of chance a processor's wrong guess costs more than all the
 * arithmetic around it.
 */
export const toBit = (value: boolean): number => +value;
