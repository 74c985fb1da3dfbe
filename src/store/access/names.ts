/** A name as it is compared: in one letter case and one Unicode form. */
export function nameKey(name: string): string {
  // PostgreSQL holds no U+0000; what stands for it is in no name.
  return name.trim().normalize('NFKC').toLowerCase().replaceAll('\0', '\uFFFD');
}
