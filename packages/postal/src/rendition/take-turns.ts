// Lets one work at a time, the accounts in turn: who asks for much waits behind himself, not others behind him.

/** Work of one account is done in the order in which it was asked for. */
export type Turns = <Done>(account: string, work: () => Promise<Done>) => Promise<Done>;

export function createTurns(): Turns {
  // In the order of their turns: who has had his goes to the end.
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let busy = false;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [account, queue] = next;
      waiting.delete(account);
      const first = queue.shift();
      if (queue.length > 0) waiting.set(account, queue);
      await first?.();
    }
    busy = false;
  }

  return function take<Done>(account: string, work: () => Promise<Done>): Promise<Done> {
    return new Promise<Done>((resolve) => {
      const queue = waiting.get(account) ?? [];
      waiting.set(account, queue);
      queue.push(async () => {
        const mine = work();
        resolve(mine);
        await mine.catch(() => {});
      });
      void run();
    });
  };
}
