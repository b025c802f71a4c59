import { aDataFolder } from './programs.ts'
import { type OwnServer, startOwnServer } from '../ownPostgres.ts'

export { type OwnServer, theOwner } from '../ownPostgres.ts'

/** A PostgreSQL server as a host runs one, which ends with the test. */
export const anOwnServer = (): Promise<OwnServer> => startOwnServer(aDataFolder())
