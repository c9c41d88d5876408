import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/** The modules of src/geo/wasm. */
export const KERNEL_MODULES = ['locate', 'filter'];

/**
 * The text of src/geo/locateModule.ts, or of another one.
 * @param {string} folder  of its source
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function compileKernel(folder, name) {
  const output = new Map();
  const { error, stderr } = await asc.main(
    [
      `${name}.ts`,
      '-O3',
      '--enable',
      'simd',
      '--noAssert',
      '--runtime',
      'stub',
      '--initialMemory',
      '2',
      '--outFile',
      `${name}.wasm`,
    ],
    {
      readFile: (file) => {
        try {
          return readFileSync(join(folder, file), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (file, contents) => {
        output.set(file, contents);
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const text = [...output.get(`${name}.wasm`)].map(escapeByte).join('');
  return `// Made of wasm/${name}.ts by \`npm run kernel\`: not to be changed by hand.\n\n/** A WebAssembly module, a character a byte. */\nexport const ${name.toUpperCase()}_MODULE =\n  '${text}';\n`;
}

/** @param {number} byte */
function escapeByte(byte) {
  const character = String.fromCharCode(byte);
  if (character === "'" || character === '\\') return `\\${character}`;
  return byte >= 32 && byte < 127 ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
