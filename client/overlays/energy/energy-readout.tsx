import type { Language } from "../../../models/language/text.ts";
import type { EnergyBody, EnergyUse } from "../../../models/overlay/bodies.ts";
import { figureWords, useNames } from "../figure-words.ts";

interface EnergyReadoutProps {
  readonly body: EnergyBody;
  readonly at: number;
  readonly language: Language;
  readonly time: (atMs: number) => string;
  readonly number: (value: number) => string;
  readonly colour: (use: EnergyUse) => string;
  readonly onChoose: (use: EnergyUse) => void;
}

/** Legend and numbers in one: each use with its colour and its mean power in the step, and what they come to. */
export function EnergyReadout({ body, at, language, time, number, colour, onChoose }: EnergyReadoutProps) {
  const step = body.steps[at];
  if (step === undefined) return null;
  let net = 0;
  body.uses.forEach((use, i) => {
    net += (use === "pv" ? -1 : 1) * (step.powerKw[i] ?? 0);
  });
  return (
    <div className="readout">
      <p className="readout-head">
        <b>{time(step.fromMs)}</b>
        <span>
          {figureWords.coverage[language]} {Math.round(step.coverage * 100)} %
        </span>
      </p>
      <ul>
        {body.uses.map((use, i) => {
          const power = step.powerKw[i] ?? null;
          return (
            <li key={use}>
              <button type="button" className="plain-button" onClick={() => onChoose(use)}>
                <svg className="readout-swatch" viewBox="0 0 10 10" aria-hidden="true">
                  <rect width="10" height="10" fill={colour(use)} />
                </svg>
                <span>{useNames[use][language]}</span>
                <b>{power === null ? "–" : number(use === "pv" && power !== 0 ? -power : power)}</b>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="readout-foot">
        <span>{figureWords.net[language]}</span>
        <b>{number(net)} kW</b>
      </p>
    </div>
  );
}
