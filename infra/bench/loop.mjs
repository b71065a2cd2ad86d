/**
 * `clients` callers, each with one request in flight, until `seconds` are over and `atLeast` calls are made (within
 * twenty times that time), or `one` has no more work (answers false).
 * Answers `{ ops, seconds, p50, p99 }`, latencies in milliseconds. A failed request is an error of the run: no figure hides one.
 */
export async function closedLoop({ clients, seconds, atLeast = 0, one }) {
  const latencies = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const latest = began + seconds * 20_000;
  const caller = async (client) => {
    for (let now = performance.now(); now < end || (latencies.length < atLeast && now < latest);) {
      if ((await one(client)) === false) return;
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => caller(client)));
  const took = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { ops: latencies.length, seconds: took, p50: at(0.5), p99: at(0.99) };
}
