declare module '../platform/views.ts' {
  interface Views {
    'people.named': { group_id: number; id: string; name: string }
    'people.public_officer': {
      group_id: number
      person_id: string
      name: string
      role: string
      from_on: string
      to_on: string | null
      biography: string
      photo_sha256: string | null
    }
  }
}
export {}
