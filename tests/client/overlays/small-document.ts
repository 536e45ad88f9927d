/** As much of a document as D3 asks for when it draws a figure, and no more; it is written out as text. */
class SmallElement {
  readonly nodeType = 1;
  readonly tagName: string;
  readonly namespaceURI = "http://www.w3.org/2000/svg";
  readonly ownerDocument: SmallDocument;
  readonly children: SmallElement[] = [];
  parentNode: SmallElement | null = null;
  #text = "";
  readonly #attributes = new Map<string, string>();

  constructor(tagName: string, ownerDocument: SmallDocument) {
    this.tagName = tagName;
    this.ownerDocument = ownerDocument;
  }

  get childNodes(): SmallElement[] {
    return this.children;
  }
  get nextSibling(): SmallElement | null {
    const siblings = this.parentNode?.children ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get textContent(): string {
    return this.#text;
  }
  set textContent(text: string) {
    this.#text = text;
  }
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }
  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }
  appendChild(child: SmallElement): SmallElement {
    return this.insertBefore(child, null);
  }
  insertBefore(child: SmallElement, before: SmallElement | null): SmallElement {
    child.parentNode?.removeChild(child);
    const at = before === null ? this.children.length : this.children.indexOf(before);
    this.children.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }
  removeChild(child: SmallElement): void {
    this.children.splice(this.children.indexOf(child), 1);
    child.parentNode = null;
  }
  /** Of selectors only `tag` and `tag.class`. */
  querySelectorAll(selector: string): SmallElement[] {
    const [tag, name] = selector.split(".");
    return this.children.flatMap((child) => {
      const classes = (child.getAttribute("class") ?? "").split(" ");
      const is = child.tagName === tag && (name === undefined || classes.includes(name));
      return [...(is ? [child] : []), ...child.querySelectorAll(selector)];
    });
  }
  querySelector(selector: string): SmallElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  compareDocumentPosition(other: SmallElement): number {
    const siblings = this.parentNode?.children ?? [];
    return siblings.indexOf(other) < siblings.indexOf(this) ? 2 : 4;
  }

  write(indent = ""): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${rounded(value)}"`).join("");
    if (this.children.length === 0)
      return this.#text === ""
        ? `${indent}<${this.tagName}${attributes}/>\n`
        : `${indent}<${this.tagName}${attributes}>${this.#text}</${this.tagName}>\n`;
    const inside = this.children.map((child) => child.write(`${indent}  `)).join("");
    return `${indent}<${this.tagName}${attributes}>\n${inside}${indent}</${this.tagName}>\n`;
  }
}

class SmallDocument {
  readonly documentElement = { namespaceURI: "http://www.w3.org/2000/svg" };
  createElementNS(_: string, name: string): SmallElement {
    return new SmallElement(name, this);
  }
  createElement(name: string): SmallElement {
    return new SmallElement(name, this);
  }
}

/** A tenth of a pixel is as exact as a picture can be. */
const rounded = (value: string): string =>
  value.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));

export interface Paper {
  readonly svg: SVGSVGElement;
  /** What was drawn on it, indented. */
  write(): string;
}

export function paper(): Paper {
  const svg = new SmallElement("svg", new SmallDocument());
  return { svg: svg as unknown as SVGSVGElement, write: () => svg.write() };
}
