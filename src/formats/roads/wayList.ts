import type { WayFacts } from './classifyWay';
import { growingBytes, growingFloats, growingIntegers } from './growing';
import { RoadStop } from './roadFile';
import { MOST_MEMBERS, MOST_WAYS } from './roadLimits';

/** Ways as columns, while they are gathered; the nodes they run through by whatever numbers the file has. */
export class WayList {
  readonly starts = growingIntegers();
  readonly refs = growingFloats();
  readonly classes = growingBytes();
  readonly access = growingBytes();
  readonly postedKmh = growingBytes();
  readonly nameOf = growingIntegers();
  readonly names: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  get count(): number {
    return this.classes.length;
  }

  /** @throws RoadStop  tooManyRoads */
  add({ roadClass, access, postedKmh, name }: WayFacts, refs: ArrayLike<number>): void {
    if (this.count >= MOST_WAYS) throw new RoadStop({ kind: 'tooManyRoads', limit: MOST_WAYS });
    if (this.refs.length + refs.length > MOST_MEMBERS)
      throw new RoadStop({ kind: 'tooManyRoads', limit: MOST_MEMBERS });
    this.starts.push(this.refs.length);
    for (let i = 0; i < refs.length; i++) this.refs.push(refs[i]!);
    this.classes.push(roadClass);
    this.access.push(access);
    this.postedKmh.push(postedKmh);
    this.nameOf.push(this.numberOf(name));
  }

  private numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.names.push(name);
      this.numbers.set(name, number);
    }
    return number;
  }

  /** Where the members of a way begin and end. */
  span(way: number): readonly [start: number, end: number] {
    return [this.starts.at(way), way + 1 < this.count ? this.starts.at(way + 1) : this.refs.length];
  }
}
