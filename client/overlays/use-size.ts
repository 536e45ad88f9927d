import { useEffect, useState, type RefObject } from "react";

export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Type grows on a wall; figures are laid out as if it did not, and drawn larger. */
  readonly scale: number;
}

/** The size of an element in units of 16 to the rem; null until it is known. */
export function useSize(element: RefObject<HTMLElement | null>): SizePx | null {
  const [size, setSize] = useState<SizePx | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const measure = (): void => {
      const scale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
      const { clientWidth, clientHeight } = watched;
      if (clientWidth > 0 && clientHeight > 0)
        setSize({ widthPx: clientWidth / scale, heightPx: clientHeight / scale, scale });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
