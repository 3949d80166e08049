/** Wakes one waiting loop; rung before the loop waits, it is heard as soon as it does. */
export class Bell {
  #isRung = false;
  #hear: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#hear?.();
  }

  /** Resolves when the bell is rung, or was since it was last heard, and otherwise after `forMs` of real time. */
  async heard(forMs: number): Promise<void> {
    if (!this.#isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, forMs);
        this.#hear = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#isRung = false;
    this.#hear = undefined;
  }
}
