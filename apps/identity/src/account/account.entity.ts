import { searchText } from '@vungmanh/contracts/text';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

@Entity('account')
export class AccountEntity extends Versioned {
  @Column('text')
  username: string;

  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('boolean')
  disabled: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: string;

  static open(
    id: string,
    opened: { username: string; passwordHash: string; displayName: string; personId?: string | undefined; at: string },
  ): AccountEntity {
    return Object.assign(new AccountEntity(), {
      id,
      username: opened.username,
      passwordHash: opened.passwordHash,
      displayName: opened.displayName,
      searchText: searchText(`${opened.displayName} ${opened.username}`),
      personId: opened.personId ?? null,
      disabled: false,
      createdAt: opened.at,
    });
  }

  changePassword(hash: string): void {
    this.passwordHash = hash;
  }

  disable(): void {
    this.disabled = true;
  }
}
