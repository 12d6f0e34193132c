/** What stands at a place in a tree of objects and lists, from the outside in; undefined when nothing does. */
export const valueAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined,
    tree,
  )
