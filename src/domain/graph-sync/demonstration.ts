/** The sync under whose name a seed puts made-up licences, so that every page can say that they are. */
export const demonstrationSyncId = "demonstration";
