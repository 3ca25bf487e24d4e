import { tableName } from '../../lib/table.ts'

/** What agents see stands among the connections: whoever asks who listens reads it along, for nothing. */
export const sightKey = { pk: 'connections', sk: 'sight' }

export const sightPut = (agentsSeeUnassigned: boolean) => ({
  TableName: tableName(),
  Item: { ...sightKey, agentsSeeUnassigned },
})
