/** All lines of a list that comes in pages, one page after the other. */
export async function allOf<Line>(
  page: (offset: number) => Promise<{ lines: Line[]; total: number }>,
): Promise<Line[]> {
  const all: Line[] = [];
  for (;;) {
    const { lines, total } = await page(all.length);
    all.push(...lines);
    // A page without lines ends it, too: the list may have become shorter meanwhile.
    if (lines.length === 0 || all.length >= total) return all;
  }
}
