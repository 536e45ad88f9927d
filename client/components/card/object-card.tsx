import { spokenName } from "../../../models/community/spoken-name.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useBuildings } from "../use-names.ts";
import { Fact, Facts } from "./facts.tsx";

/** A city object of a file, as the file describes it. */
export function ObjectCard({ id }: { readonly id: string }) {
  const { community } = useDesk();
  const { t, say } = useWords();
  const buildings = useBuildings();
  const object = community.mesh?.objects.find((each) => each.id === id);
  if (object === undefined) return <p className="card-note">{t("card.gone")}</p>;
  const building = object.building === null ? undefined : buildings.get(object.building);
  return (
    <>
      <header className="card-head">
        <h2>{building === undefined ? object.type : spokenName(say(building.name))}</h2>
      </header>
      <Facts>
        <Fact name={t("card.type")}>
          {object.type} · LoD {object.lod}
        </Fact>
        <Fact name={t("card.id")}>
          <span className="card-id">{object.id}</span>
        </Fact>
        {Object.entries(object.attributes).map(([name, value]) => (
          <Fact key={name} name={name}>
            {String(value ?? "–")}
          </Fact>
        ))}
      </Facts>
    </>
  );
}
