/** Days as numbers, without time zones: a day is the number of days since 1970-01-01. */

const MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS);
}

export function dayText(number: number): string {
  return new Date(number * MS).toISOString().slice(0, 10);
}

export interface Tick {
  day: number;
  label: string;
}

/** Ticks at the beginnings of days, months or years: as many as fit, at most `most`. */
export function ticks(from: number, to: number, most: number): Tick[] {
  const months = (to - from) / 30.4;
  if (to - from <= 45) {
    const step = [1, 2, 7, 14, 28].find((days) => (to - from) / days <= most) ?? 28;
    const days = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
    return days.map((day, index) => ({ day, label: dayLabel(day, index === 0) }));
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((count) => months / count <= most) ?? 480;
  const found: Tick[] = [];
  const first = new Date(from * MS);
  const start = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (let month = start; ; month += step) {
    const day = Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / MS);
    if (day > to) return found;
    if (day < from) continue;
    const year = String(Math.floor(month / 12));
    const named = month % 12 === 0 || found.length === 0 ? ` ${year}` : "";
    found.push({ day, label: step % 12 === 0 ? year : `${MONTHS[month % 12]}${named}` });
  }
}

function dayLabel(day: number, first: boolean): string {
  const date = new Date(day * MS);
  const year = first ? ` ${date.getUTCFullYear()}` : "";
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year}`;
}

/** "2031-04-12", or "2031-04-01 to 2031-04-30". */
export function periodText(start: string, end: string): string {
  return start === end ? start : `${start} to ${end}`;
}
