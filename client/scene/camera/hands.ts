import type { ScreenPoint } from "../scene-props.ts";

/** What hands take hold of: a camera in the round, or the flat one of a plan. */
export interface Held {
  /** Seen from straight above: a plain drag moves it, for there is no other way to turn it. */
  readonly isFlat?: boolean;
  turn(rightPx: number, downPx: number): void;
  pan(rightPx: number, downPx: number, heightPx: number): void;
  zoom(factor: number, x: number, y: number, aspect: number): void;
}

/** What hands may do besides moving the camera. */
export interface HandsDoor {
  /** The camera has somewhere to go. */
  moved(): void;
  /** The pointer rests here; null when it left. */
  pointed(at: ScreenPoint | null): void;
  clicked(at: ScreenPoint): void;
  home(): void;
}

/** A press that moves less than this is a click. */
const clickPx = 5;
const keyStepPx = 46;

interface Finger {
  x: number;
  y: number;
}

/** Mouse, touch and keyboard on an element, as wishes to the camera. */
export class Hands {
  readonly #element: HTMLElement;
  readonly #held: Held;
  readonly #door: HandsDoor;
  readonly #fingers = new Map<number, Finger>();
  readonly #stop = new AbortController();
  #pressed: { x: number; y: number; far: boolean; pan: boolean } | null = null;

  constructor(element: HTMLElement, held: Held, door: HandsDoor) {
    this.#element = element;
    this.#held = held;
    this.#door = door;
    const { signal } = this.#stop;
    element.style.touchAction = "none";
    element.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    element.addEventListener("pointermove", (event) => this.#move(event), { signal });
    element.addEventListener("pointerup", (event) => this.#up(event, true), { signal });
    element.addEventListener("pointercancel", (event) => this.#up(event, false), { signal });
    element.addEventListener("pointerleave", () => door.pointed(null), { signal });
    element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    element.addEventListener("wheel", (event) => this.#wheel(event), { signal, passive: false });
    element.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  close(): void {
    this.#stop.abort();
  }

  #at(event: MouseEvent): ScreenPoint {
    const box = this.#element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #down(event: PointerEvent): void {
    this.#element.focus({ preventScroll: true });
    this.#element.setPointerCapture(event.pointerId);
    const at = this.#at(event);
    this.#fingers.set(event.pointerId, { ...at });
    const first = this.#fingers.size === 1;
    const pan =
      event.button === 2 ||
      event.button === 1 ||
      event.ctrlKey ||
      event.shiftKey ||
      this.#held.isFlat === true;
    this.#pressed = { ...at, far: !first, pan };
    this.#door.pointed(null);
  }

  #move(event: PointerEvent): void {
    const at = this.#at(event);
    const finger = this.#fingers.get(event.pointerId);
    if (!finger || !this.#pressed) {
      if (event.pointerType !== "touch") this.#door.pointed(at);
      return;
    }
    const [dx, dy] = [at.x - finger.x, at.y - finger.y];
    if (Math.hypot(at.x - this.#pressed.x, at.y - this.#pressed.y) > clickPx) this.#pressed.far = true;
    if (!this.#pressed.far) return;
    const height = this.#element.clientHeight;
    if (this.#fingers.size === 2) this.#pinch(event.pointerId, finger, at);
    else if (this.#pressed.pan) this.#held.pan(dx, dy, height);
    else this.#held.turn(dx, dy);
    finger.x = at.x;
    finger.y = at.y;
    this.#door.moved();
  }

  /** Two fingers: their middle pans, their distance zooms, their angle turns. */
  #pinch(id: number, finger: Finger, at: ScreenPoint): void {
    const other = [...this.#fingers].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const after = Math.hypot(at.x - other.x, at.y - other.y);
    const turned =
      Math.atan2(at.y - other.y, at.x - other.x) - Math.atan2(finger.y - other.y, finger.x - other.x);
    const { clientWidth, clientHeight } = this.#element;
    this.#held.pan((at.x - finger.x) / 2, (at.y - finger.y) / 2, clientHeight);
    const [mx, my] = [(at.x + other.x) / 2, (at.y + other.y) / 2];
    if (after > 8 && before > 8)
      this.#held.zoom(
        before / after,
        (2 * mx) / clientWidth - 1,
        1 - (2 * my) / clientHeight,
        clientWidth / clientHeight,
      );
    if (Math.abs(turned) < 1) this.#held.turn((turned * 180) / Math.PI / 0.24, 0);
  }

  #up(event: PointerEvent, meant: boolean): void {
    this.#fingers.delete(event.pointerId);
    if (this.#fingers.size > 0) return;
    const pressed = this.#pressed;
    this.#pressed = null;
    if (meant && pressed && !pressed.far && event.button === 0) this.#door.clicked(this.#at(event));
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { clientWidth, clientHeight } = this.#element;
    const at = this.#at(event);
    const lines = event.deltaMode === 1 ? 24 : event.deltaMode === 2 ? 400 : 1;
    const delta = Math.max(-240, Math.min(240, event.deltaY * lines));
    this.#held.zoom(
      Math.exp(delta * (event.ctrlKey ? 0.006 : 0.0016)),
      (2 * at.x) / clientWidth - 1,
      1 - (2 * at.y) / clientHeight,
      clientWidth / clientHeight,
    );
    this.#door.moved();
  }

  #key(event: KeyboardEvent): void {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const { clientHeight } = this.#element;
    const step = (right: number, down: number): void =>
      event.shiftKey
        ? this.#held.turn(right * keyStepPx, down * keyStepPx)
        : this.#held.pan(right * keyStepPx, down * keyStepPx, clientHeight);
    switch (event.key) {
      case "ArrowLeft":
        step(1, 0);
        break;
      case "ArrowRight":
        step(-1, 0);
        break;
      case "ArrowUp":
        step(0, 1);
        break;
      case "ArrowDown":
        step(0, -1);
        break;
      case "+":
      case "=":
        this.#held.zoom(0.8, 0, 0, 1);
        break;
      case "-":
      case "_":
        this.#held.zoom(1.25, 0, 0, 1);
        break;
      case "[":
      case "q":
      case "Q":
        this.#held.turn(-keyStepPx * 1.4, 0);
        break;
      case "]":
      case "e":
      case "E":
        this.#held.turn(keyStepPx * 1.4, 0);
        break;
      case "Home":
        this.#door.home();
        break;
      default:
        return;
    }
    event.preventDefault();
    this.#door.moved();
  }
}
