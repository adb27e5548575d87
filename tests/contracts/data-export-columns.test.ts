import { z } from "zod";
import { exportPersonData } from "../../src/contracts/data-export-contract";
import { dataExportColumnText } from "../../src/contracts/text/data-export-column-text";

test("every column of what is held about a person has a name to read, and no name is left over", () => {
  const shapes = Object.values(exportPersonData.response.shape).flatMap((part) => {
    if (part instanceof z.ZodArray) return part.element instanceof z.ZodObject ? [part.element] : [];
    return part instanceof z.ZodObject ? [part] : [];
  });
  const columns = new Set(shapes.flatMap((shape) => Object.keys(shape.shape)));
  // The team's name stands there in its place.
  columns.delete("teamId");
  expect(Object.keys(dataExportColumnText.en).sort()).toEqual([...columns].sort());
});
