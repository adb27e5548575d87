import { listed, type SourceWords } from "./source-words";

/** Shelf.nu: its asset export and its content import. */
export const shelfDevices: SourceWords = {
  columns: {
    assetTag: ["Asset ID", "Sequential ID", "sequentialId", "Barcode", "qrId", "QR ID"],
    notes: ["Description"],
    category: ["Category"],
    status: ["Status"],
    assigneeName: ["Custodian", "Custody"],
    cost: ["Valuation", "Value"],
    serial: ["cf:Serial number", "cf:Serial no", "cf:Serial", "Serial number", "Serial"],
    manufacturer: ["cf:Manufacturer", "cf:Brand", "Manufacturer", "Brand"],
    model: ["cf:Model", "Model", "Title", "Name"],
    purchaseDate: ["cf:Purchase date", "Purchase date"],
    warrantyEnd: ["cf:Warranty end", "cf:Warranty", "Warranty"],
  },
  others: listed(`
    Key, Location, Kit, Tags, Bookable, Available to book, Available, Created at, Updated at,
    Main image, imageUrl, Upcoming reminder, Upcoming bookings`),
  telling: listed(`
    Custodian, Custody, Kit, Sequential ID, QR ID, qrId, Available to book, Bookable, Valuation,
    imageUrl, Upcoming reminder`),
  needed: [["assetTag", "serial"]],
};
