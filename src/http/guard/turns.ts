/** Who waits, in turns: the client whose last turn is longest ago is next, each client's own tickets in order. */
export interface Turns<Ticket> {
  readonly add: (client: string, ticket: Ticket) => void;
  /** True where the ticket was waiting. */
  readonly remove: (client: string, ticket: Ticket) => boolean;
  readonly next: () => readonly [client: string, ticket: Ticket] | undefined;
  /** Ends all waiting; the tickets that waited. */
  readonly clear: () => readonly Ticket[];
  readonly size: () => number;
  readonly sizeOf: (client: string) => number;
}

export function createTurns<Ticket>(): Turns<Ticket> {
  const queues = new Map<string, Set<Ticket>>();
  let size = 0;
  const remove = (client: string, ticket: Ticket): boolean => {
    const queue = queues.get(client);
    if (queue?.delete(ticket) !== true) return false;
    size -= 1;
    if (queue.size === 0) queues.delete(client);
    return true;
  };
  return {
    add: (client, ticket) => {
      const queue = queues.get(client) ?? new Set();
      queues.set(client, queue.add(ticket));
      size += 1;
    },
    remove,
    next: () => {
      for (const [client, queue] of queues) {
        for (const ticket of queue) {
          remove(client, ticket);
          if (queues.delete(client)) queues.set(client, queue);
          return [client, ticket];
        }
      }
      return undefined;
    },
    clear: () => {
      const tickets = [...queues.values()].flatMap((queue) => [...queue]);
      queues.clear();
      size = 0;
      return tickets;
    },
    size: () => size,
    sizeOf: (client) => queues.get(client)?.size ?? 0,
  };
}
