import { serveHouse } from './features/house/serve-house.ts'
import { start } from './platform/start.ts'

await start(serveHouse)
