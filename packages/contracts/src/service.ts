/** The services of the platform; the name is the database, the NATS prefix and the folder below `apps`. */
export const serviceNames = ['gateway', 'identity', 'organization', 'membership', 'meetings', 'inspection', 'training'] as const;
export type ServiceName = (typeof serviceNames)[number];
