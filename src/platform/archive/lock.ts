/**
 * The advisory lock that keeps stored files in their places: shared while an archive or a restore copies them, exclusive
 * while the weekly round or a group's removal takes some away. A number that no other lock of this database uses.
 */
export const FILES_LOCK = 7_241_902

/** One archive at a time: whatever lies unfinished in its folder was then left by one that died. */
export const ARCHIVE_LOCK = 7_241_903

/** One restore at a time, for the same reason. */
export const RESTORE_LOCK = 7_241_904
