export interface Schema {
  migration: { name: string; sha256: string; applied_at: Date }
}
