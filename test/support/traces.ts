/** Returns the forms in which a secret may appear: unchanged, and in base64, which depends on its offset. */
export function tracesOf(secret: string): readonly string[] {
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [secret, ...encoded];
}
