// Where the keyboard is in a table: on a row, or in one of its cells. The focus itself stays on the grid, which names the
// place by aria-activedescendant, so that scrolling never loses it.

interface Grid {
  rows: number;
  /** Cells of a row, with the one that selects it. */
  cells: number;
  /** Rows that are in sight at once. */
  page: number;
  /** Whether the next column lies to the left. */
  rtl: boolean;
}

export function useCursor(grid: () => Grid, reveal: (row: number, cell: number) => void) {
  let row = $state(-1);
  let cell = $state(-1);

  function go(to: number, inCell = cell) {
    const { rows, cells } = grid();
    row = Math.max(0, Math.min(rows - 1, to));
    cell = Math.max(-1, Math.min(cells - 1, inCell));
    reveal(row, cell);
  }

  return {
    get row() {
      return row;
    },
    get cell() {
      return cell;
    },
    go,
    /** Another list begins at its first row; a cursor that was nowhere stays nowhere. */
    begin() {
      row = Math.min(row, 0);
      cell = -1;
    },
    /** Out of the cells and onto the row; false when it was there already. */
    leaveCell(): boolean {
      const was = cell >= 0;
      cell = -1;
      return was;
    },
    /** The row a key leads to and the cell in it; null for a key that does not move. */
    target(event: KeyboardEvent): { row: number; cell: number } | null {
      const { rows, cells, page, rtl } = grid();
      const far = event.ctrlKey || event.metaKey;
      switch (event.key) {
        case 'ArrowDown':
          return { row: row + 1, cell };
        case 'ArrowUp':
          return { row: row - 1, cell };
        case 'PageDown':
          return { row: row + page, cell };
        case 'PageUp':
          return { row: row - page, cell };
        case 'Home':
          return cell < 0 || far ? { row: 0, cell } : { row, cell: 0 };
        case 'End':
          return cell < 0 || far ? { row: rows - 1, cell } : { row, cell: cells - 1 };
        case 'ArrowLeft':
          return { row: Math.max(row, 0), cell: cell + (rtl ? 1 : -1) };
        case 'ArrowRight':
          return { row: Math.max(row, 0), cell: cell + (rtl ? -1 : 1) };
        default:
          return null;
      }
    },
  };
}
