import type { MantineThemeOverride } from "@mantine/core";

/** One grey from near white to near black; `dimmed` takes its fourth, so small print keeps its contrast. */
const slate = [
  "#f4f6f7",
  "#e6e8ea",
  "#d6d9dc",
  "#b8bdc3",
  "#9aa1a8",
  "#737b83",
  "#565d65",
  "#3a3f45",
  "#2e3237",
  "#24272b",
] as const;

export const mantineTheme: MantineThemeOverride = {
  autoContrast: true,
  primaryColor: "slate",
  primaryShade: { light: 8, dark: 1 },
  colors: { slate: [...slate], dark: [...slate] },
  fontFamily: "var(--face)",
  defaultRadius: "var(--round)",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "compact-sm", variant: "default" } },
    ActionIcon: { defaultProps: { size: "1.75rem", variant: "subtle", color: "slate" } },
    TextInput: { defaultProps: { size: "xs" } },
    NativeSelect: { defaultProps: { size: "xs" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    Tooltip: { defaultProps: { openDelay: 400, withinPortal: true } },
  },
};
