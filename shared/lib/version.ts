import packageJson from '../../package.json'

/** Version of the engine; part of every result, so that equal inputs and versions mean equal bytes. */
export const engineVersion: string = packageJson.version
