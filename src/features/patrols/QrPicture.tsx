import './qrPicture.css';
import type { QrCode } from '../../formats/patrols/qrCode';

/** A code in black on white, in the dark too: cameras want it so. */
export function QrPicture({ code, label }: { readonly code: QrCode; readonly label: string }) {
  return (
    <svg
      className="gr-QrPicture"
      viewBox={`0 0 ${code.side} ${code.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.side} height={code.side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
