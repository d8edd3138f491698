export function programOf(name: string, program?: string): string;
