/**
 * Puts a text on the clipboard, from within a tap. Where there is no clipboard, which only secure pages have, by the
 * command that came before it.
 *
 * @returns `false` where the browser lets neither
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}
