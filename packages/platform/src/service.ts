import type { Type } from '@nestjs/common';
import type { ServiceName } from '@vungmanh/contracts/service';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/** What a service is made of; one constant beside its module. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** The service's only Nest module: its use cases as providers. */
  readonly module: Type;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Its own migrations, in order, after the platform's. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}
