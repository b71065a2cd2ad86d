import { searchText } from '@vungmanh/contracts/text';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Column, Entity } from 'typeorm';

@Entity('account')
export class AccountEntity extends Versioned {
  @Column('text')
  username: string;

  /** None until the person has set one by their invitation. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

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
    opened: { username: string; passwordHash?: string | undefined; displayName: string; personId?: string | undefined; at: string },
  ): AccountEntity {
    return Object.assign(new AccountEntity(), {
      id,
      username: opened.username,
      passwordHash: opened.passwordHash ?? null,
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
