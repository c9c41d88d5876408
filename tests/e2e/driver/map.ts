import type { Locator, Page } from 'playwright';
import { focusOn } from './focus.ts';
import { textNow } from './textNow.ts';
import type { Words } from './words.ts';

export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** Web Mercator of 512-pixel tiles, as the map draws. */
function project({ lng, lat }: Place, zoom: number): [number, number] {
  const scale = 512 * 2 ** zoom;
  const x = (lng / 360 + 0.5) * scale;
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * scale;
  return [x, y];
}

/** The map, as one sees and touches it. */
export class MapView {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  get #canvas(): Locator {
    return this.#page.locator('#map canvas');
  }

  async isThere(): Promise<boolean> {
    return this.#canvas.isVisible();
  }

  /** How many colours a picture of the map holds: one or two where nothing is drawn. */
  async countColours(): Promise<number> {
    const picture = (await this.#canvas.screenshot()).toString('base64');
    return this.#page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const sheet = new OffscreenCanvas(image.width, image.height);
      const drawing = sheet.getContext('2d');
      if (!drawing) throw new Error('no drawing');
      drawing.drawImage(image, 0, 0);
      return new Set(new Uint32Array(drawing.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    }, picture);
  }

  /** Where the map looks, as the address says. */
  async camera(): Promise<Place & { readonly zoom: number }> {
    const text = new URL(this.#page.url()).hash.match(/view=([-\d.,]+)/)?.[1];
    const [lat, lng, zoom] = (text ?? '').split(',').map(Number);
    if (lat === undefined || lng === undefined || zoom === undefined) throw new Error('The address tells no view.');
    return { lng, lat, zoom };
  }

  async #pixelOf(place: Place): Promise<[number, number]> {
    const box = await this.#canvas.boundingBox();
    if (!box) throw new Error('The map is not on the screen.');
    const camera = await this.camera();
    const [x, y] = project(place, camera.zoom);
    const [middleX, middleY] = project(camera, camera.zoom);
    return [box.x + box.width / 2 + x - middleX, box.y + box.height / 2 + y - middleY];
  }

  async pointsAt(place: Place): Promise<void> {
    const [x, y] = await this.#pixelOf(place);
    await this.#page.mouse.move(x - 3, y - 3);
    await this.#page.mouse.move(x, y);
  }

  async pressesAt(place: Place): Promise<void> {
    const [x, y] = await this.#pixelOf(place);
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.click(x, y);
  }

  /** With the other button of the mouse. */
  async pressesAsideAt(place: Place): Promise<void> {
    const [x, y] = await this.#pixelOf(place);
    await this.#page.mouse.click(x, y, { button: 'right' });
  }

  /** With a finger that stays where it is until something comes of it, as long as a second. */
  async holdsAFingerAt(place: Place): Promise<void> {
    const [x, y] = await this.#pixelOf(place);
    const touch = await this.#page.context().newCDPSession(this.#page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.#page.waitForTimeout(1_000);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async pressesTwiceAt(place: Place): Promise<void> {
    const [x, y] = await this.#pixelOf(place);
    await this.#page.mouse.dblclick(x, y);
  }

  /** What stands beside the pointer; null when nothing does. */
  async hoverText(): Promise<string | null> {
    const card = this.#page.locator('.gr-HoverCard');
    return textNow(card);
  }

  async coordinates(): Promise<string> {
    return this.#page.getByLabel(this.#words.map.coordinates).innerText();
  }

  /** What the bar over the map asks for while something is measured, drawn or pointed at; null while nothing is. */
  async asks(): Promise<string | null> {
    return textNow(this.#page.locator('.map-sketchbar'));
  }

  async measuredTotal(): Promise<string> {
    return this.#page.locator('output.map-unseen').innerText();
  }

  /** Drags the ground by so many pixels. */
  async drags(dx: number, dy: number): Promise<void> {
    const box = await this.#canvas.boundingBox();
    if (!box) throw new Error('The map is not on the screen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + dx / 2, y + dy / 2, { steps: 5 });
    await this.#page.mouse.move(x + dx, y + dy, { steps: 5 });
    await this.#page.mouse.up();
  }

  async zoomsIn(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.map.zoomIn }).click();
  }

  async zoomsOut(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.map.zoomOut }).click();
  }

  async takesTheFocus(): Promise<void> {
    await focusOn(this.#canvas);
  }

  async hasFocus(): Promise<boolean> {
    return this.#canvas.evaluate((canvas) => canvas === document.activeElement);
  }
}
