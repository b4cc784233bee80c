const DAY_MONTH_YEAR = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

/** A date as Dutch files write it, or undefined when it is not one: 29-2-2024 gives 2024-02-29. */
export function isoDate(text: string): string | undefined {
  const [, day, month, year] = (DAY_MONTH_YEAR.exec(text.trim()) ?? []).map(Number);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return day >= 1 && day <= daysIn(month, year) ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** Whether the day is beyond twelve, so that it cannot be a month. */
export function isClearDate(text: string): boolean {
  return isoDate(text) !== undefined && Number.parseInt(text.trim(), 10) > 12;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
