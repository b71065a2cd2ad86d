import type { Type } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ServiceName } from '@vungmanh/contracts/service';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/** Draws sheets as a workbook (XLSX) while its bytes are read. */
export type DrawWorkbook = (
  sheets: readonly {
    readonly name: string;
    readonly columns: readonly { readonly header: string; readonly width: number; readonly kind: 'text' }[];
    readonly rows: Iterable<readonly string[]>;
  }[],
) => Readable;

/** What a service is made of; one constant beside its module. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** The service's only Nest module: its use cases as providers. */
  readonly module: Type;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  /** Its own migrations, in order, after the platform's. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** With which its audit leaves as a workbook: the platform draws none itself. */
  readonly drawWorkbook?: DrawWorkbook;
}
