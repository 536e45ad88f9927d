import type { Duty } from "../../../models/duty/duty.ts";
import type { Transcript } from "../stage/transcript.ts";

export interface SecretWord {
  readonly word: string;
  readonly forDuties: readonly Duty[];
}

/** I6: nobody was sent a frame of a channel they are not in, nor a word that is not for their duty. */
export function trespasses(transcripts: readonly Transcript[], secrets: readonly SecretWord[]): string[] {
  return transcripts.flatMap((transcript) => {
    const { duty } = transcript.authority;
    const overheard = secrets.filter(
      ({ word, forDuties }) => !forDuties.includes(duty) && transcript.speaksOf(word),
    );
    return [
      ...transcript.trespasses.map((what) => `I6 somebody of duty ${duty}: ${what}`),
      ...overheard.map(({ word }) => `I6 somebody of duty ${duty} was told of ${word}`),
    ];
  });
}
