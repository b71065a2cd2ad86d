import pg from 'pg';

/** As many connections as a service of the product has; two cores are full long before. */
export const openPool = (connectionString) => new pg.Pool({ connectionString, max: 8, application_name: 'vungmanh-bench' });
