/** What one table or index is sorted by. All keys are strings, as all of ours are. */
export interface KeyNames {
  partition: string
  sort: string
}

export interface IndexSchema extends KeyNames {
  projection: 'ALL' | 'KEYS_ONLY'
}

export interface Schema extends KeyNames {
  indexes: Record<string, IndexSchema>
}

/** The table of Balas; `differential.test.ts` holds it to the deployed one. */
export const balasTable: Schema = {
  partition: 'pk',
  sort: 'sk',
  indexes: {
    inbox: { partition: 'inbox', sort: 'updatedAt', projection: 'ALL' },
    waiting: { partition: 'waiting', sort: 'waitsSince', projection: 'KEYS_ONLY' },
    outbox: { partition: 'outbox', sort: 'dueAt', projection: 'KEYS_ONLY' },
  },
}
