/** Folder of the sidecars inside the folder of a project. */
export const sidecarFolder = ['.policy-lens', 'annotations'] as const;
