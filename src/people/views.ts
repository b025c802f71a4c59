declare module '../platform/views.ts' {
  interface Views {
    'people.named': { group_id: number; id: string; name: string }
  }
}
export {}
