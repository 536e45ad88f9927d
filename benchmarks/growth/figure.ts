import { line, scaleLog } from "d3";

/** How one cost grows: what was varied, and what each size cost. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly peer: boolean;
  readonly points: readonly { readonly size: number; readonly cost: number }[];
}

const widthPx = 720;
const heightPx = 420;
const margin = { top: 24, right: 210, bottom: 44, left: 64 };
const inks = ["#1f5fa8", "#b3541e", "#2b7a4b", "#7a3f9d", "#55606b"];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const namePx = 15;

/** Heights of names in their order, moved down where two would lie on each other. */
function apart(wishes: readonly number[]): readonly number[] {
  const heights = [...wishes];
  let least = Number.NEGATIVE_INFINITY;
  for (const at of wishes.map((_, n) => n).toSorted((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0))) {
    least = heights[at] = Math.max(heights[at] ?? 0, least + namePx);
  }
  return heights;
}

/** Both axes are logarithmic: a line that rises by as much as it goes right grows as fast as the size does. */
export function growthFigure(title: string, sizeName: string, series: readonly Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const x = scaleLog()
    .domain([Math.min(...all.map(({ size }) => size)), Math.max(...all.map(({ size }) => size))])
    .range([margin.left, widthPx - margin.right]);
  const y = scaleLog()
    .domain([Math.min(...all.map(({ cost }) => cost)), Math.max(...all.map(({ cost }) => cost))])
    .nice()
    .range([heightPx - margin.bottom, margin.top]);
  const sizes = [...new Set(all.map(({ size }) => size))];
  const path = line<Series["points"][number]>()
    .x(({ size }) => x(size))
    .y(({ cost }) => y(cost));
  const nameYs = apart(series.map(({ points }) => y(points.at(-1)?.cost ?? Number.NaN)));
  const marks = series.flatMap((each, at) => {
    const ink = inks[at % inks.length] ?? "#000";
    const last = each.points.at(-1);
    if (last === undefined) return [];
    const dash = each.peer ? ' stroke-dasharray="5 4"' : "";
    return [
      `<path d="${path(each.points) ?? ""}" fill="none" stroke="${ink}" stroke-width="2"${dash}/>`,
      ...each.points.map(({ size, cost }) => `<circle cx="${x(size)}" cy="${y(cost)}" r="3" fill="${ink}"/>`),
      `<text x="${x(last.size) + 8}" y="${(nameYs[at] ?? 0) + 4}" fill="${ink}">${escaped(`${each.name} (${each.unit})`)}</text>`,
    ];
  });
  const ticks = [
    ...sizes.map(
      (size) =>
        `<text x="${x(size)}" y="${heightPx - margin.bottom + 18}" text-anchor="middle">${size.toLocaleString("en")}</text>`,
    ),
    ...y
      .ticks(4)
      .map(
        (cost) =>
          `<path d="M${margin.left} ${y(cost)}H${widthPx - margin.right}" stroke="#d8dde2"/><text x="${margin.left - 8}" y="${y(cost) + 4}" text-anchor="end">${cost.toLocaleString("en")}</text>`,
      ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${widthPx}" height="${heightPx}" fill="#fff"/>`,
    ...ticks,
    ...marks,
    `<text x="${(margin.left + widthPx - margin.right) / 2}" y="${heightPx - 8}" text-anchor="middle">${escaped(sizeName)}</text>`,
    "</svg>",
    "",
  ].join("\n");
}
