// How high a table may be, and how high its rows are: both follow the window and the size of the text in it.

/** Least room in px worth fitting into; with less, the table is as high as it likes and the page scrolls. */
const ENOUGH = 250;
/** Around the two lines of text a row can hold, in px. */
const AIR = 2;
/** Size of the text of a table in px, as its style sheet has it. */
const TEXT = 13.5;
/** What the tokens say where no style sheet is at work. */
const STANDARD = { least: 38, leading: 1.35 };

/** The height of a row: two lines of its text. `probe` is such text, drawn where nobody sees it. */
export function useRowHeight(probe: () => HTMLElement | undefined) {
  let height = $state(STANDARD.least);
  let scale = $state(1);
  $effect(() => {
    const lines = probe();
    if (!lines) return;
    const watch = new ResizeObserver(() => {
      const drawn = lines.getBoundingClientRect().height;
      const tokens = getComputedStyle(lines);
      const token = (name: string) => Number.parseFloat(tokens.getPropertyValue(name));
      const usual = 2 * TEXT * (token('--row-leading') || STANDARD.leading);
      // Text drawn only a little larger than usual fits into what is there.
      scale = drawn < usual * 1.06 ? 1 : drawn / usual;
      height = Math.max(token('--row-least') || STANDARD.least, Math.ceil(drawn) + AIR);
    });
    watch.observe(lines);
    return () => watch.disconnect();
  });
  return {
    get px() {
      return height;
    },
    /** How much larger than usual the text is drawn; 1 is as usual. */
    get scale() {
      return scale;
    },
  };
}

/** A table without a height of its own ends where the window ends: one thing scrolls, not two. */
export function useRoom(sheet: () => HTMLElement | undefined, own: () => string | undefined) {
  let room = $state<string>();
  $effect(() => {
    const [grid, page] = [sheet(), sheet()?.closest('main')];
    if (own() || !grid || !page || grid.closest('dialog')) return;
    const fit = () => {
      const rest = parseFloat(getComputedStyle(page).paddingBlockEnd) + 2;
      const left = Math.floor(
        innerHeight -
          rest -
          (grid.getBoundingClientRect().top - page.getBoundingClientRect().top) -
          (page.parentElement?.getBoundingClientRect().top ?? 0),
      );
      room = left >= ENOUGH ? `${left}px` : undefined;
    };
    const watch = new ResizeObserver(fit);
    for (const block of page.children) watch.observe(block);
    addEventListener('resize', fit);
    return () => {
      watch.disconnect();
      removeEventListener('resize', fit);
    };
  });
  return {
    get height() {
      return own() ?? room ?? 'min(60vh, 640px)';
    },
  };
}
