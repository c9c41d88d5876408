import { transfer } from '../../workers/client';
import { type Office, withOffice } from './withOffice';

/** A picture as the bytes of a PNG, encoded in a worker; the picture is given away. */
export const pngOf = (office: Office, image: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> =>
  office.png(transfer(image, [image]));

/** One picture as the bytes of a PNG: for several, `pngOf` with one worker for all. */
export const encodePng = (image: ImageBitmap): Promise<Uint8Array<ArrayBuffer> | null> =>
  withOffice((office) => pngOf(office, image));
