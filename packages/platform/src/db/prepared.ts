/** A text that is put together from parts has as many forms as it has choices; every form stays in the memory of every connection. */
const MOST = 300;

/** Names for the texts of prepared statements: the same text, the same name. */
export class Prepared {
  private readonly names = new Map<string, string>();

  /** What the driver is given; without a name, and so planned each time, once there are too many to keep. */
  of(text: string): { text: string; name?: string } {
    const known = this.names.get(text);
    if (known !== undefined) return { text, name: known };
    if (this.names.size >= MOST) return { text };
    const name = `hot_${this.names.size}`;
    this.names.set(text, name);
    return { text, name };
  }
}
