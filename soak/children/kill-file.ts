/** So many that a thread writes them. */
export const rowsOfFile = 300;
