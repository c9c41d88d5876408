import './Kbd.css';

/** Keys of one shortcut, as they are printed on the keyboard. */
export function Kbd({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="gr-Kbds">
      {keys.map((key) => (
        <kbd className="gr-Kbd" key={key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
