/**
 * The time of all entries of an archive: fixed, so that the same input gives the same bytes; read as local time by the
 * archive's format.
 */
export const archiveTime = '2000-01-02T00:00:00';
