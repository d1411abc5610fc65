/** 128 random bits in hex. `crypto.randomUUID` is withheld from pages that are not secure. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
