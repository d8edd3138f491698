/** Of files that are imported. */
export const imported = ['docx', 'doc', 'wps', 'html', 'htm', 'mht', 'mhtml', 'ofd', 'pdf'] as const;

/** Of documents that are no text as they stand: those that are imported, and others. */
export const otherDocuments: readonly string[] = [...imported, 'odt', 'rtf'];
