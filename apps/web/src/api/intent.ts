import { newId } from '@vungmanh/contracts/new-id';

/**
 * Keeps one idempotency key for as long as the person means the same thing: pressing "Thử lại" sends the same key,
 * changing a field or succeeding makes a new one.
 */
export class IntentKey {
  #meant = '';
  #key = '';

  of(meant: unknown): string {
    const text = JSON.stringify(meant);
    if (this.#key === '' || text !== this.#meant) {
      this.#meant = text;
      this.#key = newId(Date.now());
    }
    return this.#key;
  }

  settle(): void {
    this.#key = '';
  }
}
