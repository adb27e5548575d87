import type { DeviceType } from "../../src/domain/device";

export interface DeviceModel {
  readonly manufacturer: string;
  readonly model: string;
  readonly os: string | null;
  readonly osVersions: readonly string[];
  /** Whole pounds when it was new. */
  readonly price: number;
}

/** The builds say which Windows it is; the name stayed that of the licence, as it does in management systems. */
const windows = ["10.0.19045.5131", "10.0.22631.4460", "10.0.26100.2314"];
const computer = (manufacturer: string, model: string, price: number): DeviceModel => ({
  manufacturer,
  model,
  os: "Windows Enterprise",
  osVersions: windows,
  price,
});
const apple = (model: string, os: "iOS" | "iPadOS", price: number): DeviceModel => ({
  manufacturer: "Apple",
  model,
  os,
  osVersions: ["16.7.10", "17.7", "18.1"],
  price,
});
const android = (model: string, price: number): DeviceModel => ({
  manufacturer: "Samsung",
  model,
  os: "Android",
  osVersions: ["13", "14", "15"],
  price,
});
const plain = (manufacturer: string, model: string, price: number): DeviceModel => ({
  manufacturer,
  model,
  os: null,
  osVersions: [],
  price,
});

/** What councils of this kind buy; the first of each type is the present standard. */
export const deviceModels: Readonly<Record<DeviceType, readonly DeviceModel[]>> = {
  laptop: [
    computer("Dell", "Latitude 5440", 812),
    computer("Dell", "Latitude 5420", 745),
    computer("Dell", "Latitude 7330", 1_120),
    computer("HP", "EliteBook 840 G10", 968),
    computer("HP", "ProBook 450 G8", 610),
    computer("Lenovo", "ThinkPad T14 Gen 4", 905),
    computer("Lenovo", "ThinkPad L13 Yoga Gen 3", 780),
    computer("Microsoft", "Surface Laptop 5", 1_049),
  ],
  desktop: [
    computer("Dell", "OptiPlex 7010", 640),
    computer("HP", "ProDesk 400 G7", 520),
    computer("Lenovo", "ThinkCentre M70q", 575),
  ],
  tablet: [
    apple("iPad (9th generation)", "iPadOS", 319),
    apple("iPad Air (5th generation)", "iPadOS", 569),
    android("Galaxy Tab Active4 Pro", 545),
  ],
  phone: [
    apple("iPhone SE (3rd generation)", "iOS", 349),
    apple("iPhone 13", "iOS", 529),
    android("Galaxy A54", 279),
    android("Galaxy XCover6 Pro", 430),
  ],
  monitor: [
    plain("Dell", "P2422H", 168),
    plain("Dell", "P2723QE", 372),
    plain("HP", "E24 G5", 155),
    plain("iiyama", "ProLite XUB2493HS", 134),
  ],
  dock: [plain("Dell", "WD19S", 171), plain("HP", "USB-C Dock G5", 149), plain("Lenovo", "40AY", 158)],
  printer: [
    plain("Canon", "imageRUNNER ADVANCE DX C3826i", 3_450),
    plain("HP", "LaserJet Pro MFP 4102fdw", 415),
    plain("Zebra", "ZD421", 368),
  ],
  other: [
    plain("Jabra", "Speak2 75", 189),
    plain("Logitech", "Rally Bar Mini", 2_149),
    plain("Epson", "EB-992F", 690),
    plain("Brother", "ADS-4900W", 540),
  ],
};

/** Manufacturers whose machines have no serial number burnt in say things like these. */
export const placeholderSerials = ["Default string", "To be filled by O.E.M.", "N/A", "0", "None"] as const;
