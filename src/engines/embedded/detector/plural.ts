const NUMBERS = ["no", "one", "two", "three"];

/** The plural of a regular noun, whose last word bends: "traffic lights", "wine glasses". */
export function pluralOf(noun: string): string {
  return /(?:s|x|z|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** "a dog", "an elephant". */
export function oneOf(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? "an" : "a"} ${noun}`;
}

/** "two", "three"; beyond three, which is more than is counted by eye, "many". */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? "many";
}
