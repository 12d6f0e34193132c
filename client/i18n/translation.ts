import type { en } from './en.ts'

type Text<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Translation<Tree[Key]> }

/** French has a third plural (`1 million de personnes`): every counted text needs it, or it would show up in English. */
type Many<Tree> = { [Key in keyof Tree as Key extends `${infer Base}_other` ? `${Base}_many` : never]: string }

/** The shape of a translation: every key of the English one. A missing or misspelt key does not compile. */
export type Translation<Tree = typeof en> = Text<Tree> & Many<Tree>
