import type { AnalyzeOptions } from "./public.d.ts";

/** A call's options in the form in which src/options/ reads and checks them: as strings. */
export function callOptions(options: AnalyzeOptions): Record<string, string> {
  const given = Object.entries(options).filter(
    ([name, value]) => name !== "url" && value !== undefined && value !== null,
  );
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
