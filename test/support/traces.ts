/** A secret as it may turn up: as it is, and as base64 has it, which depends on where it begins. */
export function tracesOf(secret: string): readonly string[] {
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [secret, ...encoded];
}
