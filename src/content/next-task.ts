/** Lets a tap or a frame go first: a slow phone is not to stand still for longer than 50 ms at a time. */
export const nextTask = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
