/** JSON that is the same for the same data: fields in the order of their names, no white space. */
export const canonical = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((key) => [key, (value as Record<string, unknown>)[key]]),
    );
  });
