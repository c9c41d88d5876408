/** The modules of src/geo/wasm. */
export const KERNEL_MODULES: readonly string[];
/** The text of src/geo/locateModule.ts, or of another one, from the folder of its source. */
export function compileKernel(folder: string, name: string): Promise<string>;
