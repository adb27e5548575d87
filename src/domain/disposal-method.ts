/** How a device left for good. WEEE: The Waste Electrical and Electronic Equipment Regulations 2013. */
export const disposalMethods = [
  "reused",
  "sold",
  "donated",
  "recycled",
  "destroyed",
  "returned-to-lessor",
  "other",
] as const;
export type DisposalMethod = (typeof disposalMethods)[number];
