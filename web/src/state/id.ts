/** An id that no other board has. */
export function newId(): string {
  return crypto.randomUUID();
}
