import { Box } from "@mantine/core";
import type { ReactNode } from "react";
import "./data-table.css";

interface DataTableProps {
  readonly label: string;
  /** Names of the columns; those of numbers are marked. */
  readonly heads: readonly (string | { readonly numeric: string })[];
  /** Rows, as `tr`. */
  readonly children: readonly ReactNode[];
  readonly empty: string;
}

/** A plain table that scrolls within its place, by the keyboard too; its head stays in sight. */
export function DataTable({ label, heads, children, empty }: DataTableProps) {
  if (children.length === 0) return <p className="table-empty">{empty}</p>;
  return (
    <Box className="data-table" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => {
              const name = typeof head === "string" ? head : head.numeric;
              return (
                <th key={name} scope="col" className={typeof head === "string" ? undefined : "numeric"}>
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Box>
  );
}
