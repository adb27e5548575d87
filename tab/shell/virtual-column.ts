import type { ReactNode } from "react";

/** A column of a virtual table. */
export interface VirtualColumn<T> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly sorted?: "ascending" | "descending" | "none";
  /** A track of the grid that header and rows share. */
  readonly track: string;
  /** Leaves the table when that has less room than this, in pixels. */
  readonly from: number;
  readonly cell: (item: T, row: RowState) => ReactNode;
}

export interface RowState {
  /** Tab reaches links and buttons only in the row that is. */
  readonly active: boolean;
  /** Of the table, in pixels. */
  readonly width: number;
}
