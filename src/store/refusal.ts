/** The local store says no: locked, damaged, of another version, or sealed with another key. */
export class Refusal extends Error {
  override readonly name = 'StoreRefusal';
}

/** A newer run of the same tenant has begun; this one may write no more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';

  constructor() {
    super('a newer collection of this tenant has begun, so this one was stopped');
  }
}
