import type { SessionId } from "../../models/ids.ts";
import type { Authority, Duty } from "../../models/duty/duty.ts";

/** A person signed in by a one-time link. */
export interface SignedIn {
  readonly session: SessionId;
  readonly authority: Authority;
  /** What colleagues call them. */
  readonly name: string;
}

/** What a bearer token of a program allows. */
export const credentialUses = ["ingest", "devices", "read"] as const;
export type CredentialUse = (typeof credentialUses)[number];
export interface Credential {
  readonly name: string;
  readonly use: CredentialUse;
}

/** Who is asking; other rooms know access by this alone. */
export interface Access {
  /** The person behind a `Cookie` header; null for nobody (who then is the public). Wall time decides expiry. */
  signedIn(cookieHeader: string | undefined): Promise<SignedIn | null>;
  credential(bearerToken: string): Promise<Credential | null>;
  /** Told whenever a session ends (null) or its authority changes; sockets must follow within a second. */
  onChange(listener: (session: SessionId, authority: Authority | null) => void): () => void;
  /** A new one-time link `…/enter/TOKEN` for a duty. */
  makeLink(duty: Duty): Promise<string>;
}
