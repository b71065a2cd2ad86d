/** The guard stops both servers and deletes their folders, the same way whether Jest ends or is killed. @public Jest calls it. */
export default async function teardown() {
  await globalThis.vungmanhTestWorld?.release();
}
