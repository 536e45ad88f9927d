import type { DeviceSymbol } from "../../models/device/kind.ts";

/** One line drawing per family of devices, in a box of 24 by 24, for a stroke of about 1.8. */
export const symbolPath: Readonly<Record<DeviceSymbol, string>> = {
  fire: "M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-2 1-3.5 2-4.5C8.5 11 9 12 10 12c1.5 0 2-3 2-9Z",
  gas: "M8 21h8M9 17.5h6M12 3c2 3 4 5 4 7.5a4 4 0 0 1-8 0C8 8 10 6 12 3Z",
  water: "M12 3c3.5 4.5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2.5-6.5 6-11Z",
  electricity: "M13 2 5 14h6l-1 8 8-12h-6l1-8Z",
  heat: "M6 4c-2 3 2 5 0 8s2 5 0 8M12 4c-2 3 2 5 0 8s2 5 0 8M18 4c-2 3 2 5 0 8s2 5 0 8",
  lift: "M5 3h14v18H5zM9 11l3-4 3 4M9 14l3 4 3-4",
  lighting:
    "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.900c.7.6 1 1.300 1 2.100h5c0-.8.3-1.5 1-2.100A6 6 0 0 0 12 3Z",
  environment: "M3 10h11a3 3 0 1 0-3-3M3 14h15a3 3 0 1 1-3 3M3 18h6",
  access: "M6 21V4l9-1v18M3 21h18M12 12h.01M15 5h3v16",
  camera: "M3 8h12v8H3zM15 11l6-3v8l-6-3M7 20h4M9 16v4",
  parking: "M5 3h14v18H5zM10 17V7h3a3 3 0 0 1 0 6h-3",
  charging: "M5 21V4h9v17M3 21h13M14 9h2a2 2 0 0 1 2 2v4a1.5 1.5 0 0 0 3 0V8l-3-3M10 8l-2 4h3l-2 4",
  waste: "M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7",
  energy: "M3 20 7 8h10l4 12zM12 8v12M5 14h14M12 2v3M5 4l1.5 1.5M19 4l-1.5 1.5",
  care: "M12 20s-8-4.600-8-10.400A4.400 4.400 0 0 1 12 7a4.400 4.400 0 0 1 8 2.600C20 15.400 12 20 12 20Z",
  network: "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4",
  garden: "M12 21v-9M12 12c0-4 3-6 7-6 0 4-3 6-7 6ZM12 15c0-3-2.5-5-6-5 0 3 2.5 5 6 5Z",
  information: "M4 5h16v11H4zM8 20h8M12 16v4M8 9h8M8 12h5",
};
