import type { Community } from "../community/community.ts";
import { text, type Text } from "../language/text.ts";
import { xingheGarden } from "./xinghe-garden/xinghe-garden.ts";

export { xingheGarden };

export interface BundledCommunity {
  /** What a person types to open it. */
  readonly name: string;
  readonly title: Text;
  load(): Community;
}

export const bundledCommunities: readonly BundledCommunity[] = [
  { name: "demo", title: text("星河花园", "Xinghe Garden"), load: xingheGarden },
];
