import './Stamp.css';

/** The amber mark of what is not real or not sure: "dữ liệu mô phỏng". */
export function Stamp({ children }: { readonly children: string }) {
  return <strong className="gr-Stamp">{children}</strong>;
}
