import type { RawDatabase } from '../connection'

/** A household `h` with the adult `a` and the child `c`, for tests of the tables that refer to them. */
export function insertFamily(raw: RawDatabase): void {
  raw.exec(`
    INSERT INTO family_household (id, name, created_at) VALUES ('h', 'Family', 1);
    INSERT INTO family_adult VALUES ('a', 'h', 'Ana', 'owner', 1);
    INSERT INTO family_child VALUES ('c', 'h', 'Mia', '2024-05', 'owl', 1, NULL);
  `)
}
