// The picture in docs/architecture.md as rules: inside shared/ imports go only to the right,
//   playback > ensemble > simulation > backtest > flows > draws > pool > eligibility > crs > schema > lib
// and server/ and client/ never meet except in shared/.
const order = [
  'playback',
  'chance',
  'ensemble',
  'simulation',
  'scenario',
  'backtest',
  'flows',
  'draws',
  'life',
  'pool',
  'eligibility',
  'crs',
  'profile',
  'language',
  'protocol',
  'schema',
  'lib',
]
const mayImport = {
  chance: ['ensemble', 'flows', 'pool', 'eligibility', 'crs', 'language', 'schema', 'lib'],
  playback: ['ensemble', 'simulation', 'protocol', 'schema', 'lib'],
  ensemble: ['simulation', 'draws', 'life', 'pool', 'crs', 'schema', 'lib'],
  simulation: ['scenario', 'flows', 'draws', 'life', 'pool', 'eligibility', 'crs', 'profile', 'schema', 'lib'],
  scenario: ['life', 'crs', 'draws', 'pool', 'schema', 'lib'],
  backtest: ['flows', 'draws', 'schema', 'lib'],
  flows: ['draws', 'pool', 'eligibility', 'crs', 'schema', 'lib'],
  draws: ['life', 'pool', 'eligibility', 'crs', 'profile', 'schema', 'lib'],
  life: ['pool', 'eligibility', 'crs', 'schema', 'lib'],
  pool: ['eligibility', 'crs', 'profile', 'language', 'schema', 'lib'],
  eligibility: ['crs', 'profile', 'language', 'schema', 'lib'],
  crs: ['profile', 'schema', 'lib'],
  profile: ['language', 'schema', 'lib'],
  language: ['schema', 'lib'],
  protocol: ['schema', 'lib'],
  schema: ['lib'],
  lib: [],
}
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$' },
    },
    { name: 'shared-is-pure', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'shared-knows-no-edge',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|client|tests)/' },
    },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    {
      name: 'runtime-without-fastify',
      severity: 'error',
      from: { path: '^server/runtime/' },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    ...order.map((layer) => ({
      name: `shared-${layer}-imports-only-to-the-right`,
      severity: 'error',
      from: { path: `^shared/${layer}/` },
      to: { path: '^shared/', pathNot: `^shared/(${[layer, ...mayImport[layer]].join('|')})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    tsPreCompilationDeps: true,
  },
}
