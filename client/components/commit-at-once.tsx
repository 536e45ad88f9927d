import { useEffect } from "react";
import { useDesk } from "./desk-context.ts";

/** Where there is no frame to take what arrived, it is taken as it comes. */
export function CommitAtOnce() {
  const { replica } = useDesk();
  useEffect(() => {
    replica.commit();
    return replica.onArrival(() => void replica.commit());
  }, [replica]);
  return null;
}
