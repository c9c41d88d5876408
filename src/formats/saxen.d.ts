/** What we use of the parser; the package brings no types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', told: (name: string, attributes: () => Record<string, string> | false) => void): this;
    on(event: 'closeTag', told: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', told: (text: string) => void): this;
    on(event: 'error' | 'warn', told: (error: Error, context: () => { readonly line: number }) => void): this;
    parse(xml: string): Error | undefined;
  }
}
