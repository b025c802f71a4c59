/**
 * The advisory lock that keeps stored files in their places: shared while an archive or a restore copies them, exclusive
 * while the weekly round or a group's removal takes some away. A number that no other lock of this database uses.
 */
export const FILES_LOCK = 7_241_902
