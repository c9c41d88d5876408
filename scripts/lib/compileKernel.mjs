import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/**
 * The text of src/geo/locateModule.ts.
 * @param {string} folder  of locate.ts
 * @returns {Promise<string>}
 */
export async function compileKernel(folder) {
  const output = new Map();
  const { error, stderr } = await asc.main(
    [
      'locate.ts',
      '-O3',
      '--enable',
      'simd',
      '--noAssert',
      '--runtime',
      'stub',
      '--initialMemory',
      '2',
      '--outFile',
      'locate.wasm',
    ],
    {
      readFile: (name) => {
        try {
          return readFileSync(join(folder, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (name, contents) => {
        output.set(name, contents);
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const text = [...output.get('locate.wasm')].map(escapeByte).join('');
  return `// Made of wasm/locate.ts by \`npm run kernel\`: not to be changed by hand.\n\n/** A WebAssembly module, a character a byte. */\nexport const LOCATE_MODULE =\n  '${text}';\n`;
}

/** @param {number} byte */
function escapeByte(byte) {
  const character = String.fromCharCode(byte);
  if (character === "'" || character === '\\') return `\\${character}`;
  return byte >= 32 && byte < 127 ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
