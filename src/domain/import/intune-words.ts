import { listed, type SourceWords } from "./source-words";

/** Microsoft Intune: Devices > All devices > Export, with or without inventory, in its names before and after Entra. */
export const intuneDevices: SourceWords = {
  columns: {
    deviceName: ["Device name", "DeviceName"],
    serial: ["Serial number", "SerialNumber"],
    manufacturer: ["Manufacturer"],
    model: ["Model"],
    os: ["OS", "Operating system"],
    osVersion: ["OS version", "OSVersion"],
    category: ["Chassis type", "ChassisType"],
    assigneeEmail: ["Primary user UPN", "User principal name", "UPN"],
    assigneeMail: ["Primary user email address", "Email", "User email"],
    assigneeName: ["Primary user display name", "User display name", "UserName"],
    lastSeenAt: ["Last check-in", "LastContact", "Last contact", "Last sync date time"],
  },
  others: listed(`
    Device ID, DeviceId, Enrollment date, Azure AD Device ID, Microsoft Entra Device ID,
    Entra Device ID, Azure AD registered, Microsoft Entra registered, EAS activation ID,
    EAS activated, Last EAS sync time, EAS reason, EAS status, Compliance grace period expiration,
    Security patch level, Wi-Fi MAC, MEID, IMEI, Subscriber carrier, Total storage, Free storage,
    Management name, Category, Device category, UserId, WiFiIPv4Address, WiFiSubnetID, Compliance,
    Managed by, Ownership, Device state, Intune registered, Supervised, Encrypted, SkuFamily,
    JoinType, Join type, Phone number, Jailbroken, ICCID, EthernetMAC, Ethernet MAC,
    CellularTechnology, ProcessorArchitecture, EID, TPMManufacturerId, TPMManufacturerVersion,
    ProductName, ManagementCertificateExpirationDate`),
  telling: listed(`
    Primary user UPN, Primary user email address, Primary user display name, Azure AD Device ID,
    Microsoft Entra Device ID, Enrollment date, Last check-in, Compliance, Ownership, Managed by,
    SkuFamily, JoinType, Intune registered, Jailbroken`),
  needed: [["serial"], ["deviceName"]],
};
