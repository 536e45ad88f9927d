import { createRoot } from "react-dom/client";
import { usualView } from "../../../client/view/usual-view.ts";
import { createViewStore } from "../../../client/view/view-store.ts";
import SceneView from "../../../client/scene/scene-view.tsx";
import { communityDocument } from "../../../models/community/community.ts";
import { twoHouses } from "../../models/community/two-houses.ts";
import { smallReplica } from "../../client/components/small-replica.ts";

/** The scene without a desk around it, opened and closed by whoever drives the page. */
declare global {
  interface Window {
    stand: { open(): Promise<void>; close(): void };
  }
}

const community = communityDocument(twoHouses);
const state = createViewStore(usualView(community, "operator"));
const replica = smallReplica([{ id: "lift-1", kind: "lift", building: "west" }]);
const place = document.querySelector("#place")!;
let root: ReturnType<typeof createRoot> | null = null;

window.stand = {
  /** Done when a picture was drawn. */
  open: () =>
    new Promise((drawn, failed) => {
      root = createRoot(place);
      root.render(
        <SceneView
          community={community}
          mesh={null}
          replica={replica}
          view={{ state, onCamera: () => undefined }}
          mood="grey"
          theme="dark"
          language="en"
          windows={null}
          bands={null}
          clock={{ after: () => () => undefined }}
          onDrawn={drawn}
          onUnavailable={(reason) => failed(new Error(reason))}
        />,
      );
    }),
  close() {
    root?.unmount();
    root = null;
  },
};
