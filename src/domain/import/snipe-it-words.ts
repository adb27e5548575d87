import { listed, type SourceWords } from "./source-words";

/**
 * Snipe-IT: the asset list, the custom asset report and the import template
 * (`AssetPresenter`, `ReportsController`, `AssetImporter` of snipe/snipe-it, version 6 and 7).
 */
export const snipeDevices: SourceWords = {
  columns: {
    assetTag: ["Asset Tag"],
    serial: ["Serial", "Serial Number"],
    category: ["Category"],
    manufacturer: ["Manufacturer"],
    model: ["Model", "Model Name"],
    modelNumber: ["Model No.", "Model Number"],
    status: ["Status", "Status Label"],
    assigneeEmail: ["Email", "E-mail", "Checked Out To: Email"],
    assigneeUsername: ["Username", "Checked Out To: Username"],
    assigneeName: ["Checked Out To", "Checked Out", "Assigned To", "Full Name", "Checked Out To: Full Name"],
    assigneeKind: ["Type", "Checkout Type"],
    team: ["Department"],
    purchaseDate: ["Purchase Date", "Purchased"],
    warrantyEnd: ["Warranty Expires"],
    warrantyMonths: ["Warranty", "Warranty Months"],
    cost: ["Purchase Cost", "Cost"],
    notes: ["Notes", "Asset Notes"],
  },
  others: listed(`
    ID, Asset Name, Item Name, Company, Image, Device Image, Employee No., Employee Number, Title,
    Job Title, Manager, Location, Default Location, Order Number, Supplier, EOL, EOL Date,
    EOL Rate, Age, Current Value, Value, Diff, Fully Depreciated, Depreciation, Checkout Date,
    Last Checkout, Last Checkin, Expected Checkin Date, Created At, Updated At, Deleted,
    Last Audit, Next Audit Date, Checkouts, Checkins, Requests, BYOD, Requestable, Address, City,
    State, Country, Zip, Phone, URL, Checkin/Checkout, Actions`),
  telling: listed(`
    Asset Name, Item Name, Model No., Checked Out To, Checked Out, Default Location, Company,
    Expected Checkin Date, EOL, EOL Date, Last Audit, Next Audit Date, Employee No.,
    Employee Number, Fully Depreciated, Order Number, Warranty Expires, BYOD, Supplier`),
  needed: [["assetTag", "serial"]],
};
