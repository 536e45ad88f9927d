/** A share of 1 as a bar, with a mark where it should be; the number stands beside it. */
export function ShareBar({ share, target }: { readonly share: number; readonly target?: number }) {
  return (
    <span className="share-bar" aria-hidden="true">
      <span className="share-bar-fill" style={{ width: percent(share) }} />
      {target !== undefined && <span className="share-bar-target" style={{ left: percent(target) }} />}
    </span>
  );
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;
