/** The day where the user is, as an ISO date: by UTC it is still yesterday in China until eight in the morning. */
export function isoDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
