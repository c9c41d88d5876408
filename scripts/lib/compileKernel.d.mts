/** The text of src/geo/locateModule.ts, from the folder of its source. */
export function compileKernel(folder: string): Promise<string>;
