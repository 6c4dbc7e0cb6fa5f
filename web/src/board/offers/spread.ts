/** At most `most` of a list, evenly over all of it: neighbors in a vocabulary say nearly the same. */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  const every = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, index) => index % every === 0);
}
