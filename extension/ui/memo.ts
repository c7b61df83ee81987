import { Component, type FunctionComponent, h } from "preact";

/** The component, drawn again only when one of its properties is another one. */
export function memo<P extends object>(View: FunctionComponent<P>): FunctionComponent<P> {
  class Kept extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const now = this.props as P;
      return (Object.keys({ ...now, ...next }) as (keyof P)[]).some((name) => now[name] !== next[name]);
    }

    override render(props: P) {
      return h(View, props);
    }
  }
  return Kept as unknown as FunctionComponent<P>;
}
