/**
 * Views, whose types the generator cannot tell (it makes every column nullable). Each slice adds its own by
 * `declare module`; a test compares them with the catalogue.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- slices merge into it
export interface Views {}
