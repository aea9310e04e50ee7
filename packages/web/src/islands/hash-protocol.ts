// What page and hash worker say to each other.

export type HashRequest =
  | { readonly kind: "hash"; readonly id: number; readonly file: Blob }
  | { readonly kind: "cancel"; readonly id: number };

export type HashAnswer =
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "digest"; readonly id: number; readonly sha256: string }
  | { readonly kind: "failed"; readonly id: number };
