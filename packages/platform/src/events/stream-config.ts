import { DiscardPolicy, JetStreamApiError, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { STREAM } from '@vungmanh/contracts/event';
import { connectNats } from '../nats.js';

const DAY_MS = 86_400_000;
/** No rule of content: how long a delivery cache remembers, and how much. Never a number of messages, which would drop in silence. */
export const STREAM_DAYS = 30;

export const STREAM_CONFIG = {
  name: STREAM,
  subjects: ['evt.>'],
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.New,
  storage: StorageType.File,
  max_bytes: 2 * 1024 ** 3,
  max_age: nanos(STREAM_DAYS * DAY_MS),
  duplicate_window: nanos(120_000),
};

/** Creates the stream, or brings the limits of the one that is there up to date, as the operator; the start does it before any service runs. */
export async function prepareStream(natsUrl: string, keysDir: string): Promise<void> {
  const nats = await connectNats(natsUrl, { user: 'operator', keysDir });
  try {
    const { streams } = await jetstreamManager(nats, { checkAPI: false });
    try {
      await streams.update(STREAM, STREAM_CONFIG);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.status !== 404) throw error;
      await streams.add(STREAM_CONFIG);
    }
  } finally {
    await nats.close();
  }
}
